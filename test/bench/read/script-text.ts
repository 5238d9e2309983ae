/** The text of a script as it should be read: cells row by row, titles in one piece. */
import type { Script, ScriptBlock } from '../../recipes/script.ts';
import { placeCells } from '../../recipes/script-grid.ts';

export const scriptText = ({ blocks }: Pick<Script, 'blocks'>): string =>
  blocks.map(textOf).join('\n');

export const titleOf = ({ blocks }: Script): string =>
  blocks.flatMap((block) => ('title' in block ? [block.title] : [])).join('');

function textOf(block: ScriptBlock): string {
  if ('table' in block) {
    return placeCells(block.table)
      .map(({ text }) => text)
      .join('\t');
  }
  return 'pageBreak' in block ? '' : Object.values(block).join('');
}
