/**
 * Tables as printed: each cell once, with what it covers.
 *
 * A table that only lays out a page (one cell, one column, other tables inside) is no data table
 * and is read through like any block.
 */
import {
  childElements,
  descendants,
  type Element,
  isHidden,
  isSilent,
  isTag,
  rawText,
} from '../tree/element.ts';
import { type GridCell, layOut, type Row } from './table-layout.ts';

export type { GridCell };

export interface TableGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

/** Parts of a table in the order in which they are printed, whatever the order of the source. */
const printed = new Map([
  ['thead', 0],
  ['tbody', 1],
  ['tr', 1],
  ['tfoot', 2],
]);
const breaking = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'dt', 'dd']);
const readings = new Set(['rt', 'rp']);
const blanks = /[ \t\r\n\f]+/g;
const edges = /^ +| +$/g;

/** Rows in the order of the page: only the first head and the first foot have a place of their own. */
function rowsOf(table: Element): Element[] {
  const parts = childElements(table).filter(({ name }) => printed.has(name));
  const first = new Set(
    ['thead', 'tfoot'].flatMap((name) => parts.find((at) => at.name === name) ?? []),
  );
  const place = (part: Element): number => (first.has(part) ? (printed.get(part.name) ?? 1) : 1);
  return parts
    .toSorted((a, b) => place(a) - place(b))
    .flatMap((part) =>
      part.name === 'tr' ? [part] : childElements(part).filter((row) => row.name === 'tr'),
    );
}

const cellsOf = (row: Element): Element[] =>
  childElements(row).filter((cell) => cell.name === 'td' || cell.name === 'th');

/** Pieces of a cell's text, `\n` where a line ends; data tables inside it are read by themselves. */
function cellPieces(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (!isTag(child)) return [rawText(child).replace(blanks, ' ')];
    if (child.name === 'br') return ['\n'];
    if (isHidden(child) || isSilent(child) || readings.has(child.name)) return [];
    if (child.name === 'table' && isDataTable(child)) return [];
    const inner = cellPieces(child);
    return breaking.has(child.name) ? ['\n', ...inner, '\n'] : inner;
  });
}

const cellText = (cell: Element): string =>
  cellPieces(cell)
    .join('')
    .split('\n')
    .map((line) => line.replace(blanks, ' ').replace(edges, ''))
    .filter((line) => line !== '')
    .join('\n');

export interface ReadTable {
  readonly grid: TableGrid;
  readonly captions: readonly Element[];
  /** Tables inside cells, outermost only. */
  readonly nested: readonly Element[];
  /** Rows and cells that are not shown. */
  readonly hidden: readonly Element[];
}

/** Data tables inside an element, through tables that lay out. */
function nestedIn(element: Element): Element[] {
  return childElements(element).flatMap((child) =>
    child.name === 'table' && isDataTable(child) ? [child] : nestedIn(child),
  );
}

/** Reads a table. */
export function gridOf(table: Element): ReadTable {
  const all = rowsOf(table);
  const shown = all.filter((row) => !isHidden(row));
  const rows = shown.map((row): Row => cellsOf(row).filter((cell) => !isHidden(cell)));
  const hidden = [
    ...all.filter(isHidden),
    ...shown.flatMap((row) => descendants(row).filter(isHidden)),
  ];
  return {
    grid: layOut(rows, cellText),
    captions: childElements(table).filter((child) => child.name === 'caption'),
    nested: rows.flat().flatMap(nestedIn),
    hidden,
  };
}

/** Characters above which one cell is a page of text rather than a value. */
const pageful = 2000;
/** Filled cells of a table with tables inside that is still one of values. */
const enoughFilled = 6;

const known = new WeakMap<Element, boolean>();

/** Whether a table holds values in rows and columns, rather than laying out a page. */
export function isDataTable(table: Element): boolean {
  const before = known.get(table);
  if (before !== undefined) return before;
  const answer = holdsValues(table);
  known.set(table, answer);
  return answer;
}

function holdsValues(table: Element): boolean {
  const rows = rowsOf(table).map((row) => cellsOf(row).filter((cell) => !isHidden(cell)));
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (widest < 2) return false;
  const cells = rows.flat();
  const holdsTable = cells.some((cell) => descendants(cell).some((e) => e.name === 'table'));
  if (!holdsTable) return cells.every((cell) => rawText(cell).length <= pageful);
  return rows.length > 1 && cells.filter((cell) => rawText(cell).trim()).length > enoughFilled;
}
