/**
 * The text of a legacy Word file as paragraphs and tables.
 *
 * The extractor ends a cell with a tab and a row with a tab and a line break; the paragraphs of a
 * cell are broken like those of the text. So the first cell of a row begins somewhere in the lines
 * before its tab: in a table that has begun it has all of them, at the head of a table the last.
 */
import type { Block, Table, TextBlock } from '@xxgk/extract/document';
import { columnCount, type GivenRow, placeCells } from '../tables/place-cells.ts';

const rowEnd = '\t\n';
const blank = /^\s*$/u;
const wideSpaces = /^\u3000*/;

/** Longer lines between two rows are text between two tables. */
const cellLine = 60;
const cellLines = 4;

export function paragraph(text: string): TextBlock {
  const indent = wideSpaces.exec(text)?.[0].length ?? 0;
  return { kind: 'paragraph', role: 'body', text, ...(indent > 0 ? { indent } : {}) };
}

/** A block for each line that holds text. */
export const paragraphs = (text: string): TextBlock[] =>
  text
    .split('\n')
    .filter((line) => !blank.test(line))
    .map(paragraph);

function tableOf(rows: readonly (readonly string[])[]): Table {
  const given: GivenRow[] = rows.map((cells) => ({
    before: 0,
    cells: cells.map((text) => ({
      text: text.replaceAll('\n', ''),
      columnSpan: 1,
      goesOn: false,
    })),
  }));
  const cells = placeCells(given);
  return { kind: 'table', role: 'body', rows: rows.length, columns: columnCount(cells), cells };
}

/** Splits what stands before the first tab of a row into text before the table and the cell. */
function split(first: string, inTable: boolean): [before: string, cell: string] {
  const lines = first.split('\n');
  const short = lines.length <= cellLines && lines.every((line) => line.length <= cellLine);
  if (inTable && short) return ['', first];
  return [lines.slice(0, -1).join('\n'), lines.at(-1) ?? ''];
}

export function blocksOf(body: string): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  const endTable = (): void => {
    if (rows.length > 0) blocks.push(tableOf(rows));
    rows = [];
  };
  const parts = body.split(rowEnd);
  const rest = parts.pop() ?? '';
  for (const part of parts) {
    const [first = '', ...others] = part.split('\t');
    const [before, cell] = split(first, rows.length > 0);
    if (!blank.test(before)) {
      endTable();
      blocks.push(...paragraphs(before));
    }
    rows.push([cell, ...others]);
  }
  endTable();
  return [...blocks, ...paragraphs(rest)];
}
