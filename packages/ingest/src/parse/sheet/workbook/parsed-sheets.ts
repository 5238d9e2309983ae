/** What a reader of workbooks answers. */
import type { WorkBook } from '@e965/xlsx';
import { NoPagesError } from '../../../errors.ts';
import type { Parsed } from '../../../stage.ts';
import type { Drawn } from './drawings.ts';
import { pagesOf } from './pages.ts';

/**
 * @param format Its name in messages, e.g. `XLSX`.
 * @param drawings By name of the sheet.
 * @throws {NoPagesError} when no sheet that is shown holds anything.
 * @throws {TooLargeError} when a sheet is larger than what is read.
 */
export function parsedSheets(
  format: string,
  workbook: WorkBook,
  stages: Parsed['stages'],
  drawings: ReadonlyMap<string, readonly Drawn[]> = new Map(),
): Parsed {
  const { pages, diagnostics } = pagesOf(workbook, drawings);
  if (pages.length === 0) throw new NoPagesError(format);
  return {
    pages,
    pageCount: null,
    cms: null,
    provenance: 'unknown',
    repairs: [],
    diagnostics,
    stages,
  };
}
