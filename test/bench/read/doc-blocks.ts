/** A script as what the recipe of Word 97 files takes: its tables have no merged cells. */
import type { DocBlock } from '../../recipes/doc/word-binary.ts';
import type { Script, ScriptBlock } from '../../recipes/script.ts';

export const docBlocks = ({ blocks }: Script): readonly DocBlock[] => blocks.flatMap(docBlock);

function docBlock(block: ScriptBlock): DocBlock[] {
  if ('pageBreak' in block) return [];
  if (!('table' in block)) return [Object.values(block).join('')];
  const text = (cell: string | { readonly text: string }): string =>
    typeof cell === 'string' ? cell : cell.text;
  return [block.table.rows.map((row) => row.map(text))];
}
