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
} from './element.ts';

/** A printed cell; text may hold `\n` where the source breaks the line. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly text: string;
  readonly element: Element;
}

export interface TableGrid {
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly GridCell[];
}

const maxSpan = 500;
const sections = new Set(['thead', 'tbody', 'tfoot']);
const breaking = new Set(['p', 'div', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr', 'dt', 'dd']);
const blanks = /[ \t\r\n\f]+/g;
const edges = /^ +| +$/g;

const rowsOf = (table: Element): Element[] =>
  childElements(table).flatMap((child) => {
    if (child.name === 'tr') return [child];
    return sections.has(child.name) ? childElements(child).filter((row) => row.name === 'tr') : [];
  });

const cellsOf = (row: Element): Element[] =>
  childElements(row).filter((cell) => cell.name === 'td' || cell.name === 'th');

const span = (cell: Element, name: string): number => {
  const value = Number.parseInt(cell.attribs[name] ?? '1', 10);
  return Number.isNaN(value) || value < 1 ? 1 : Math.min(value, maxSpan);
};

/** Pieces of a cell's text, `\n` where a line ends; tables inside it are read by themselves. */
function cellPieces(element: Element): string[] {
  return element.children.flatMap((child) => {
    if (!isTag(child)) return [rawText(child).replace(blanks, ' ')];
    if (child.name === 'br') return ['\n'];
    if (child.name === 'table' || isHidden(child) || isSilent(child)) return [];
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

/** Lays cells out row by row; `busy` holds the first free row of each column. */
function layOut(rows: readonly Element[]): GridCell[] {
  const busy: number[] = [];
  const cells: GridCell[] = [];
  for (const [row, tr] of rows.entries()) {
    let column = 0;
    for (const element of cellsOf(tr)) {
      while ((busy[column] ?? 0) > row) column += 1;
      const columnSpan = span(element, 'colspan');
      // `rowspan="0"` covers the rest of the table; browsers cut what runs past its end.
      const all = element.attribs['rowspan'] === '0';
      const rowSpan = Math.min(all ? rows.length : span(element, 'rowspan'), rows.length - row);
      for (let at = column; at < column + columnSpan; at++) busy[at] = row + rowSpan;
      const text = cellText(element);
      cells.push({ row, column, rowSpan, columnSpan, text, element });
      column += columnSpan;
    }
  }
  return cells;
}

export interface ReadTable {
  readonly grid: TableGrid;
  readonly captions: readonly Element[];
  /** Tables inside cells, outermost only. */
  readonly nested: readonly Element[];
}

function nestedIn(element: Element): Element[] {
  return childElements(element).flatMap((child) =>
    child.name === 'table' ? [child] : nestedIn(child),
  );
}

/** Reads a table. */
export function gridOf(table: Element): ReadTable {
  const rows = rowsOf(table).filter((row) => !isHidden(row));
  const cells = layOut(rows);
  const columns = Math.max(0, ...cells.map((cell) => cell.column + cell.columnSpan));
  return {
    grid: { rows: rows.length, columns, cells },
    captions: childElements(table).filter((child) => child.name === 'caption'),
    nested: rows.flatMap(cellsOf).flatMap(nestedIn),
  };
}

/** Characters above which one cell is a page of text rather than a value. */
const pageful = 2000;

/** Whether a table holds values in rows and columns, rather than laying out a page. */
export function isDataTable(table: Element): boolean {
  const rows = rowsOf(table).map((row) => cellsOf(row));
  const widest = Math.max(0, ...rows.map((cells) => cells.length));
  if (widest < 2) return false;
  const cells = rows.flat();
  const holdsTable = cells.some((cell) => [...descendants(cell)].some((e) => e.name === 'table'));
  if (holdsTable) return rows.length > 1 && cells.filter((cell) => rawText(cell).trim()).length > 6;
  return cells.every((cell) => rawText(cell).length <= pageful);
}
