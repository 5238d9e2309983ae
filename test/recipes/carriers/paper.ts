/**
 * Sets a script on A4 pages as an office would: 28 characters by 22 lines, as GB/T 9704-2012 §5.2
 * and §6.1 ask, letters of 16 pt.
 */
import type { Script, ScriptBlock } from '../script.ts';
import { drawTable } from './paper-table.ts';
import type { Ink, Pen } from './pen.ts';
import { Paper, paper, size, wrap } from './sheets.ts';

function centred(on: Paper, text: string, { face, points, color }: Ink): void {
  on.use(face, points, color);
  on.line(text, paper.left + (paper.measure - on.pen.width(text)) / 2, points * 1.9, points);
}

function paragraph(on: Paper, text: string, indent: number): void {
  on.use('text', size);
  const lines = wrap(on.pen, text, paper.measure - indent, paper.measure);
  for (const [index, line] of lines.entries()) {
    on.use('text', size);
    on.line(line, paper.left + (index === 0 ? indent : 0));
  }
}

function right(on: Paper, text: string): void {
  on.use('text', size);
  on.line(text, paper.left + paper.measure - 64 - on.pen.width(text));
}

function letterhead(on: Paper, text: string): void {
  on.take(30);
  centred(on, text, { face: 'title', points: 36, color: '#d7141a' });
}

function drawBlock(on: Paper, block: ScriptBlock): void {
  if ('letterhead' in block) letterhead(on, block.letterhead);
  else if ('title' in block)
    centred(on, block.title, { face: 'title', points: 22, color: '#000000' });
  else if ('center' in block)
    centred(on, block.center, { face: 'text', points: size, color: '#000000' });
  else if ('left' in block) paragraph(on, block.left, 0);
  else if ('p' in block) paragraph(on, block.p, 2 * size);
  else if ('right' in block) right(on, block.right);
  else if ('table' in block) drawTable(on, block.table);
  else on.turn();
}

export function drawScript(script: Script, pen: Pen): void {
  const on = new Paper(pen);
  for (const block of script.blocks) drawBlock(on, block);
  on.finish();
}
