/** Pictures that are drawings: what letters they set is the text of the picture. */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { IngestError } from '../../errors.ts';
import type { Picture } from './picture.ts';

const raster = /\.(?:png|jpe?g|gif|bmp|tiff?|webp)$/i;

/** Lines of a drawing from top to bottom; none for all other pictures. */
export async function drawnIn(picture: Picture): Promise<readonly string[]> {
  if (raster.test(picture.name)) return [];
  const { drawnLines } = await import('./metafile/drawn-text.ts');
  try {
    return drawnLines(await picture.read()) ?? [];
  } catch (error) {
    // Told where the picture is read for OCR, or as unread.
    if (error instanceof IngestError) return [];
    throw error;
  }
}

/**
 * Blocks of a drawing: the figure says its lines.
 *
 * @param asText Whether it is as large as a page, or all that there is: its lines are text then.
 */
export function drawnBlocks(figure: Block, lines: readonly string[], asText: boolean): Block[] {
  const { path } = figure;
  const place = path === undefined ? {} : { path };
  if (asText) {
    return lines.map((text) => ({ kind: 'paragraph', role: 'body', text, ...place }));
  }
  return [figure.kind === 'figure' ? { ...figure, text: lines.join('\n') } : figure];
}

export const drawnTold = ({ name }: Picture): Diagnostic => ({
  code: 'parse/drawing',
  severity: 'warning',
  message: `The picture ${name} is a drawing; its letters were read line by line, columns and rulings are lost: look at it in the original.`,
  place: null,
});
