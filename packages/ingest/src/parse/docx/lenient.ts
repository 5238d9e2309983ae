/**
 * Word files whose XML is not well-formed: stray `&` and control characters of converters.
 *
 * A strict parser has to refuse them; mammoth's does not. What comes back has paragraphs, headings
 * and tables, but no automatic numbers, alignment, text boxes or furniture: the caller says so.
 */
import type { Block } from '@xxgk/extract/document';
import { parseDocument } from 'htmlparser2';
import { UnreadableError } from '../../errors.ts';
import { gridOf } from '../html/text/table.ts';
import { childElements, type Element, textOf } from '../html/tree/element.ts';

const heading = /^h([1-6])$/;
const texts = new Set(['p', 'li', 'dt', 'dd']);

function tableBlock(table: Element): Block {
  const { rows, columns, cells } = gridOf(table).grid;
  return {
    kind: 'table',
    role: 'body',
    rows,
    columns,
    cells: cells.map(({ row, column, rowSpan, columnSpan, text }) => {
      return { row, column, rowSpan, columnSpan, text: text.replaceAll('\n', '') };
    }),
  };
}

function blocksOf(element: Element): Block[] {
  const { name } = element;
  if (name === 'table') return [tableBlock(element)];
  const level = heading.exec(name)?.[1];
  if (level === undefined && !texts.has(name)) return childElements(element).flatMap(blocksOf);
  const text = textOf(element);
  if (text === '') return [];
  if (level === undefined) return [{ kind: 'paragraph', role: 'body', text }];
  return [{ kind: 'heading', role: 'body', text, level: Number(level) }];
}

/** @throws {UnreadableError} when mammoth does not read it either. */
export async function readLeniently(bytes: Uint8Array): Promise<Block[]> {
  const { default: mammoth } = await import('mammoth');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { value } = await mammoth.convertToHtml({ buffer });
    return childElements(parseDocument(value)).flatMap(blocksOf);
  } catch (error) {
    throw new UnreadableError('DOCX', error instanceof Error ? error.message : String(error));
  }
}
