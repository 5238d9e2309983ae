/** What is painted over text, and under it. */
import type { Box } from '@xxgk/extract/document';
import type { PrintedGlyph, Unseen } from './printed.ts';

/** An area filled with one colour. */
interface Area {
  readonly box: Box;
  readonly light: number;
}

/** Height of the bands in which glyphs are looked up, points. */
const band = 16;
/** Part of a letter's height and width that may stick out from under what covers it. */
const slack = 0.2;
/** Areas kept to tell what is below a glyph. A page with more is a drawing: nothing is called pale there. */
const mostAreas = 5000;
const anything = 128;
/** Smaller areas are no background of a letter. */
const smallest = 4;

const centre = ([left, top, right, bottom]: Box): readonly [number, number] => [
  (left + right) / 2,
  (top + bottom) / 2,
];

const holds = ([left, top, right, bottom]: Box, [x, y]: readonly [number, number]): boolean =>
  x >= left && x <= right && y >= top && y <= bottom;

/** Whether a letter disappears under an area; a line through it leaves it readable. */
function hides(area: Box, { box: [left, top, right, bottom], size }: PrintedGlyph): boolean {
  const by = slack * size;
  return (
    area[0] <= left + by && area[1] <= top + by && area[2] >= right - by && area[3] >= bottom - by
  );
}

export class Covers {
  readonly #areas: Area[] = [];
  /** Indexes of glyphs by the band of their centre. */
  readonly #bands = new Map<number, number[]>();

  /** Notes where a glyph stands. */
  add(glyph: PrintedGlyph, index: number): void {
    const at = Math.floor(centre(glyph.box)[1] / band);
    const own = this.#bands.get(at);
    if (own) own.push(index);
    else this.#bands.set(at, [index]);
  }

  /** Notes an area as a background of what follows. */
  paint(box: Box, light: number): void {
    if (box[2] - box[0] < smallest || box[3] - box[1] < smallest) return;
    if (this.#areas.length < mostAreas) this.#areas.push({ box, light });
  }

  /** Lightness of what is below a place; white paper where nothing is painted. */
  below(box: Box): number {
    if (this.#areas.length >= mostAreas) return anything;
    return this.#areas.findLast((area) => holds(area.box, centre(box)))?.light ?? 255;
  }

  /** Marks the glyphs that an opaque area hides. */
  cover(area: Box, glyphs: readonly PrintedGlyph[], unseen: (Unseen | null)[]): void {
    const [first, last] = [Math.floor(area[1] / band), Math.floor(area[3] / band)];
    for (const [at, indexes] of this.#bands) {
      if (at < first || at > last) continue;
      const left = indexes.filter((index) => {
        const glyph = glyphs[index];
        const hidden = glyph !== undefined && hides(area, glyph);
        if (hidden) unseen[index] ??= 'covered-text';
        return !hidden;
      });
      // What is hidden stays so: it need not be looked at again.
      if (left.length === 0) this.#bands.delete(at);
      else if (left.length < indexes.length) this.#bands.set(at, left);
    }
  }
}
