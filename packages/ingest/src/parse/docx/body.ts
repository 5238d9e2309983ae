/** The content of a part in order: paragraphs, tables, and the text boxes anchored in them. */
import type { Block, Role } from '@xxgk/extract/document';
import { elements, type XmlElement } from '../package/xml.ts';
import { blocksOf, type Context, readParagraph, type Sized } from './paragraph.ts';
import { inner, rowsOf, tableBlock, transparent } from './table.ts';

export type Item = Sized | { readonly block: Block };

/** A table of one cell is a frame around text. */
function frameOf(table: XmlElement): XmlElement | undefined {
  const cells = rowsOf(table).flatMap((row) => inner(row, 'w:tc'));
  return cells.length === 1 ? cells[0] : undefined;
}

function fromParagraph(paragraph: XmlElement, role: Role, context: Context): Item[] {
  const read = readParagraph(paragraph, context);
  const figures = read.pictures.map((text): Item => ({ block: { kind: 'figure', role, text } }));
  const boxes = read.boxes.flatMap((box) => itemsOf(box, role, context));
  return [...blocksOf(read, role), ...boxes, ...figures];
}

function fromTable(table: XmlElement, role: Role, context: Context): Item[] {
  const frame = frameOf(table);
  if (frame) return itemsOf(frame, role, context);
  return [{ block: { ...tableBlock(table, context), role } }];
}

/** Blocks of one child of a body, cell, text box, header or footer. */
export function itemOf(element: XmlElement, role: Role, context: Context): Item[] {
  if (element.name === 'w:p') return fromParagraph(element, role, context);
  if (element.name === 'w:tbl') return fromTable(element, role, context);
  return transparent.has(element.name) ? itemsOf(element, role, context) : [];
}

export const itemsOf = (parent: XmlElement, role: Role, context: Context): Item[] =>
  elements(parent).flatMap((element) => itemOf(element, role, context));
