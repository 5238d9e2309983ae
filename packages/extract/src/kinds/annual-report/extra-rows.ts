/** Rows of the form that no key fits, with their evidence. */
import { evidenceFor, type Found } from '../../evidence.ts';
import type { ExtraRow } from '../../forms/form-value.ts';
import type { AnnualReport } from '../../record.ts';

export const ROW_RULE = 'form/row';

/** A row as the record keeps it. */
export const extraRow = (row: ExtraRow): Found<AnnualReport['extra_rows'][number]> => ({
  value: { label: row.label, unit: row.unit, raw: row.raw, section: row.section },
  evidence: row.cells.map((cell) => evidenceFor(cell, cell.span, ROW_RULE, 0.9)),
});
