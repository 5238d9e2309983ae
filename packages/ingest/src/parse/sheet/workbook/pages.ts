/** A workbook → a page for each sheet that is shown and holds something. */
import type { WorkBook } from '@e965/xlsx';
import type { Diagnostic } from '@xxgk/extract/document';
import type { Parsed, TextPage } from '../../../stage.ts';
import { blocksOf } from '../layout/layout.ts';
import type { Drawn } from './drawings.ts';
import { readSheet, type SheetNotes } from './read-sheet.ts';
import { withDrawings } from './with-drawings.ts';

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
  const { hiddenRows, hiddenColumns, uncomputed, errors } = notes;
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
  if (errors > 0) {
    found.push(
      said(
        'parse/formula-error',
        `Sheet ${name}: ${errors} cells show an error of their formula (such as #DIV/0!) in place of a value: compare with the original.`,
      ),
    );
  }
  return found;
}

function aboutPictures(name: string, drawn: readonly Drawn[]): Diagnostic[] {
  const count = drawn.filter(({ text }) => text === undefined).length;
  if (count === 0) return [];
  const message = `Sheet ${name}: ${count} pictures were not read; look at them if they show text.`;
  return [{ code: 'parse/pictures', severity: 'info', message, place: null }];
}

/** @throws {TooLargeError} when a sheet is larger than what is read. */
export function pagesOf(workbook: WorkBook, drawings: ReadonlyMap<string, readonly Drawn[]>): Read {
  const states = workbook.Workbook?.Sheets ?? [];
  const isHidden = (_: string, at: number): boolean => (states[at]?.Hidden ?? 0) !== 0;
  const pages: TextPage[] = [];
  const diagnostics = hiddenSheets(workbook.SheetNames.filter(isHidden));
  for (const [at, name] of workbook.SheetNames.entries()) {
    const source = workbook.Sheets[name];
    if (!source || isHidden(name, at)) continue;
    const { grid, notes, comments } = readSheet(name, source);
    diagnostics.push(...aboutSheet(name, notes));
    const drawn = drawings.get(name) ?? [];
    diagnostics.push(...aboutPictures(name, drawn));
    const blocks = [...withDrawings(blocksOf(grid), drawn, name), ...comments];
    if (blocks.length === 0) continue;
    pages.push({ kind: 'text', number: pages.length + 1, readBy: 'text', blocks });
  }
  return { pages, diagnostics };
}
