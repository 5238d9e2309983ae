/**
 * Whether a record has what every document of its kind has. Where a site changes its pages so that
 * they are not understood any more, the share of such records drops.
 */
import type { DocumentRecord } from '@xxgk/extract';

/** A record of no known kind has nothing of what is expected. */
export function isFull(record: DocumentRecord): boolean {
  if (record.title === null || record.text === '') return false;
  switch (record.kind) {
    case 'annual_report':
      return record.agency !== null && record.report_year !== null;
    case 'official_document':
      return record.issued_on !== null || record.published_on !== null;
    case 'interpretation':
      return true;
    case 'other':
      return false;
    default:
      throw new TypeError(`Unknown kind ${record satisfies never}`);
  }
}
