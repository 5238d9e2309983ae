/** Paragraphs as blocks of the document model. */
import type { Role, Segment, TextBlock } from '@xxgk/extract/document';
import { looksLikeHeading } from '../look.ts';
import type { Measure } from './flow/measure.ts';
import type { Run } from './flow/paragraphs.ts';
import { gapBetween } from './join-text.ts';
import { around, type Line } from './lines.ts';

/** Text of lines with the place of each; lines of several pages when a page end cuts a paragraph. */
export function traced(
  parts: readonly { readonly page: number; readonly lines: readonly Line[] }[],
): { text: string; segments: Segment[] } {
  let text = '';
  // Not the whole text so far: a paragraph may run over a thousand pages.
  let before = '';
  const segments: Segment[] = [];
  for (const { page, lines } of parts) {
    for (const line of lines) {
      const start = text.length;
      text += gapBetween(before, line.text) + line.text;
      before = line.text;
      segments.push({ start, end: text.length, page, box: line.box });
    }
  }
  return { text, segments };
}

const hundredths = (value: number): number => Math.round(value * 100) / 100;

/** What a text is to the reader, and the rule that says so where it is not the text itself. */
export interface Standing {
  readonly role: Role;
  readonly label?: string;
}

/** @param parts The paragraph, page by page; the first tells its look. */
export function textBlock(
  parts: readonly { readonly page: number; readonly run: Run }[],
  measure: Measure,
  standing: Standing,
): TextBlock {
  const [first] = parts;
  if (!first) throw new TypeError('A block needs at least one part');
  const lines = parts.flatMap((part) => part.run.lines);
  const { run } = first;
  const scale = hundredths((run.lines[0]?.size ?? measure.size) / (measure.size || 1));
  const bold = lines.every((line) => line.bold);
  return {
    kind:
      standing.role === 'body' && looksLikeHeading(run.align, scale, bold)
        ? 'heading'
        : 'paragraph',
    ...standing,
    ...traced(parts.map((part) => ({ page: part.page, lines: part.run.lines }))),
    box: around(run.lines.map((line) => line.box)),
    align: run.align,
    indent: run.indent,
    scale,
    bold,
    ...(lines.every((line) => line.red) ? { color: 'red' as const } : {}),
  };
}
