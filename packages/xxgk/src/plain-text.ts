/** The clean reading text of a document: what `extract --text` prints. */
import type { Block, Cell, Continuation, Document, Table } from '@xxgk/extract/document';

/** Body text in reading order, a line per paragraph, table rows with tabs between their cells. */
export function plainText(document: Document): string {
  const lines = document.pages.flatMap(({ blocks }) => blocks.filter(isBody).flatMap(linesOf));
  return `${lines.join('\n')}\n`;
}

const isBody = (block: Block | Continuation): block is Block =>
  block.role === 'body' && block.kind !== 'continuation';

function linesOf(block: Block): readonly string[] {
  if (block.kind === 'table') return rowsOf(block);
  return block.text === '' ? [] : [block.text];
}

function rowsOf({ rows, cells }: Table): readonly string[] {
  const lineOf = (row: number): string =>
    cells
      .filter((cell) => cell.row === row)
      .map(oneLine)
      .join('\t');
  return Array.from({ length: rows }, (_, row) => lineOf(row)).filter((line) => line.trim() !== '');
}

const oneLine = ({ text }: Cell): string => text.replaceAll('\n', ' ').replaceAll('\t', ' ');
