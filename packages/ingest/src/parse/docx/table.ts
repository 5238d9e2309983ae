/** Tables of a Word file with their spans. */
import { child, elements, type XmlElement } from '../package/xml.ts';
import type { Item } from '../word/paragraph.ts';
import type { WordCell, WordRow } from '../word/table.ts';
import { isRemark } from './remark.ts';
import { integer, valOf } from './xml.ts';

/** Cells over so many columns are a mistake of the writer. */
const mostColumns = 1000;

/** Content controls, custom XML, and the sections of Word 2003 are transparent. */
const wrappers = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'wx:sect',
  'wx:sub-section',
  'aml:annotation',
  'aml:content',
]);

/** Whether what an element wraps is read as if the element were not there. */
export const isTransparent = (element: XmlElement): boolean =>
  wrappers.has(element.name) && !isRemark(element);

/** Children of a kind, also those inside transparent wrappers. */
export const inner = (parent: XmlElement, name: string): XmlElement[] =>
  elements(parent).flatMap((each) => {
    if (each.name === name) return [each];
    return isTransparent(each) ? inner(each, name) : [];
  });

const isDeleted = (row: XmlElement): boolean => child(child(row, 'w:trPr'), 'w:del') !== undefined;

const isGone = (cell: XmlElement): boolean =>
  child(child(cell, 'w:tcPr'), 'w:cellDel') !== undefined;

interface Numbered {
  readonly element: XmlElement;
  /** Place among its siblings, from 1. */
  readonly at: number;
}

const numbered = (all: readonly XmlElement[]): Numbered[] =>
  all.map((element, at) => ({ element, at: at + 1 }));

/** Rows that are not deleted in tracked changes. */
export const rowsOf = (table: XmlElement): Numbered[] =>
  numbered(inner(table, 'w:tr')).filter(({ element }) => !isDeleted(element));

const bounded = (value: string | undefined, least: number): number =>
  Math.min(Math.max(integer(value) ?? least, least), mostColumns);

type ReadCell = (cell: XmlElement, path: string) => Item[];

function wordCell(cell: XmlElement, path: string, read: ReadCell): WordCell {
  const properties = child(cell, 'w:tcPr');
  const merge = child(properties, 'w:vMerge');
  return {
    items: read(cell, path),
    columnSpan: bounded(valOf(properties, 'w:gridSpan'), 1),
    // Without a value the merge goes on (ECMA-376 §17.4.84).
    goesOn: merge !== undefined && merge.attributes['w:val'] !== 'restart',
    path,
  };
}

/** A cell that continues the one to its left, as converters of older files write it (§17.4.22). */
const goesOnRight = (cell: XmlElement): boolean => {
  const merge = child(child(cell, 'w:tcPr'), 'w:hMerge');
  return merge !== undefined && merge.attributes['w:val'] !== 'restart';
};

export function wordRow(row: XmlElement, path: string, read: ReadCell): WordRow {
  const cells: WordCell[] = [];
  for (const { element, at } of numbered(inner(row, 'w:tc'))) {
    if (isGone(element)) continue;
    const cell = wordCell(element, `${path}/w:tc[${at}]`, read);
    const left = goesOnRight(element) ? cells.pop() : undefined;
    if (!left) cells.push(cell);
    else {
      const columnSpan = Math.min(left.columnSpan + cell.columnSpan, mostColumns);
      cells.push({ ...left, columnSpan, items: [...left.items, ...cell.items] });
    }
  }
  return { before: bounded(valOf(child(row, 'w:trPr'), 'w:gridBefore'), 0), cells };
}
