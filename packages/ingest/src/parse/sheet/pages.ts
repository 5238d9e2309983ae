/** A workbook → a page for each sheet that is shown and holds something. */
import type { WorkBook } from '@e965/xlsx';
import type { Diagnostic } from '@xxgk/extract/document';
import type { Parsed, TextPage } from '../../stage.ts';
import { blocksOf } from './layout.ts';
import { readSheet, type SheetNotes } from './read-sheet.ts';

type Read = Pick<Parsed, 'pages' | 'diagnostics'>;

const said = (code: Diagnostic['code'], message: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  place: null,
});

/** About sheets that are not shown. */
const hiddenSheets = (names: readonly string[]): Diagnostic[] =>
  names.length === 0
    ? []
    : [
        said(
          'parse/hidden-sheet',
          `Hidden sheets were not read: ${names.join(', ')}. Show them in the file and read it again if they matter.`,
        ),
      ];

function aboutSheet(name: string, notes: SheetNotes): Diagnostic[] {
  const { hiddenRows, hiddenColumns, uncomputed } = notes;
  const found: Diagnostic[] = [];
  if (hiddenRows + hiddenColumns > 0) {
    const what = `${hiddenRows} hidden rows and ${hiddenColumns} hidden columns`;
    found.push(said('parse/hidden-cells', `Sheet ${name}: ${what} with text were not read.`));
  }
  if (uncomputed > 0) {
    found.push(
      said(
        'parse/formula-without-value',
        `Sheet ${name}: ${uncomputed} formulas have no result in the file and stand empty: open and save it in a spreadsheet program, then read it again.`,
      ),
    );
  }
  return found;
}

/** @throws {TooLargeError} when a sheet is larger than what is read. */
export function pagesOf(workbook: WorkBook): Read {
  const states = workbook.Workbook?.Sheets ?? [];
  const isHidden = (_: string, at: number): boolean => (states[at]?.Hidden ?? 0) !== 0;
  const pages: TextPage[] = [];
  const diagnostics = hiddenSheets(workbook.SheetNames.filter(isHidden));
  for (const [at, name] of workbook.SheetNames.entries()) {
    const source = workbook.Sheets[name];
    if (!source || isHidden(name, at)) continue;
    const { grid, notes } = readSheet(name, source);
    diagnostics.push(...aboutSheet(name, notes));
    const blocks = blocksOf(grid);
    if (blocks.length === 0) continue;
    pages.push({ kind: 'text', number: pages.length + 1, readBy: 'text', blocks });
  }
  return { pages, diagnostics };
}
