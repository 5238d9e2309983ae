/** Tables of a Word file with their spans. */
import type { Table } from '@xxgk/extract/document';
import { child, elements, type XmlElement } from '../package/xml.ts';
import { columnCount, type GivenCell, type GivenRow, placeCells } from '../tables/place-cells.ts';
import { type Context, plainText, readParagraph } from './paragraph.ts';
import { integer, valOf } from './xml.ts';

/** Cells over so many columns are a mistake of the writer. */
const mostColumns = 1000;

/** Content controls and custom XML are transparent. */
export const transparent = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo']);

/** Children of a kind, also those inside transparent wrappers. */
export const inner = (parent: XmlElement, name: string): XmlElement[] =>
  elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return transparent.has(each.name) ? inner(each, name) : [];
  });

/** The text of everything in a cell in order; tables inside it are read through. */
function cellText(parent: XmlElement, context: Context): string {
  return elements(parent)
    .map((each) => {
      if (each.name === 'w:p') return plainText(readParagraph(each, context));
      const reads = each.name === 'w:tbl' || each.name === 'w:tr' || each.name === 'w:tc';
      return reads || transparent.has(each.name) ? cellText(each, context) : '';
    })
    .join('');
}

function cellOf(cell: XmlElement, context: Context): GivenCell {
  const properties = child(cell, 'w:tcPr');
  const span = integer(valOf(properties, 'w:gridSpan')) ?? 1;
  const merge = child(properties, 'w:vMerge');
  return {
    text: cellText(cell, context),
    columnSpan: Math.min(Math.max(span, 1), mostColumns),
    // Without a value the merge goes on (ECMA-376 §17.4.84).
    goesOn: merge !== undefined && merge.attributes['w:val'] !== 'restart',
  };
}

function rowOf(row: XmlElement, context: Context): GivenRow {
  const before = integer(valOf(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
  return {
    before: Math.min(Math.max(before, 0), mostColumns),
    cells: inner(row, 'w:tc').map((cell) => cellOf(cell, context)),
  };
}

const isDeleted = (row: XmlElement): boolean => child(child(row, 'w:trPr'), 'w:del') !== undefined;

/** Rows that are not deleted in tracked changes. */
export const rowsOf = (table: XmlElement): XmlElement[] =>
  inner(table, 'w:tr').filter((row) => !isDeleted(row));

export function tableBlock(table: XmlElement, context: Context): Table {
  const rows = rowsOf(table);
  const cells = placeCells(rows.map((row) => rowOf(row, context)));
  return { kind: 'table', role: 'body', rows: rows.length, columns: columnCount(cells), cells };
}
