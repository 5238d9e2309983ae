/** Text boxes and pictures of a sheet among its blocks. */
import type { Block } from '@xxgk/extract/document';
import { columnName, quoted } from '../layout/grid.ts';
import type { Drawn } from './drawings.ts';

const firstRow = /!\$?[A-Z]{1,3}\$?(\d{1,7})(?::|$)/;

/** From 0; nothing comes before a block without an address. */
const rowOf = ({ path = '' }: { readonly path?: string }): number =>
  Number(firstRow.exec(path)?.[1] ?? Number.POSITIVE_INFINITY) - 1;

/** Puts each before the first block that begins below it. */
export function withDrawings(
  blocks: readonly Block[],
  drawn: readonly Drawn[],
  name: string,
): Block[] {
  const all = [...blocks];
  for (const { row, column, text } of drawn) {
    const path = `${quoted(name)}!${columnName(column)}${row + 1}`;
    const block: Block =
      text === undefined
        ? { kind: 'figure', role: 'body', text: '', path }
        : { kind: 'paragraph', role: 'body', text, path };
    const below = all.findIndex((each) => rowOf(each) > row);
    all.splice(below < 0 ? all.length : below, 0, block);
  }
  return all;
}
