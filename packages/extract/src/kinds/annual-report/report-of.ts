/** Annual reports for tests: extracted from lines and tables. */

import type { Block } from '../../document.ts';
import { documentOf } from '../../document-of.ts';
import { extract } from '../../extract.ts';
import type { AnnualReport } from '../../record.ts';

/** The only record of a document, which has to be an annual report. */
export function reportOf(...parts: readonly (string | Block)[]): AnnualReport {
  const [record] = extract(documentOf(...parts), { version: 'test' });
  if (record?.kind !== 'annual_report') throw new TypeError(`no annual report: ${record?.kind}`);
  return record;
}
