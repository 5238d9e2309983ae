/** Fonts of a page as the walk over its operators needs them. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boldName } from '../../paged/bold-name.ts';
import { symbolsOf } from './symbols.ts';

/** What the arithmetic of {@link show} needs of a font of pdf.js. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly vertical: boolean;
  /** Width of a thousandth of the letter height, mostly 0.001. */
  readonly unit: number;
  /** Height of its letters at size 1: 1 but for fonts that are drawn in a space of their own. */
  readonly em: number;
  /** Characters by code, for fonts of symbols. */
  readonly symbols: ReadonlyMap<number, string> | null;
}

const usual = 0.001;

interface LoadedFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
  readonly bbox?: readonly number[] | null;
  readonly fontMatrix?: readonly number[];
}

/** Letters of a Type 3 font are as high as its box, in the space of its own matrix. */
function emOf({ isType3Font, bbox, fontMatrix }: LoadedFont): number {
  if (isType3Font !== true || !bbox || !fontMatrix) return 1;
  const [, bottom = 0, , top = 0] = bbox;
  const height = Math.abs((top - bottom) * (fontMatrix[3] ?? 0));
  return height > 0.2 && height < 1000 ? height : 1;
}

const fontFrom = (loaded: LoadedFont): Font => ({
  name: loaded.name ?? '',
  bold: loaded.bold === true || loaded.black === true || boldName.test(loaded.name ?? ''),
  vertical: loaded.vertical === true,
  unit: loaded.fontMatrix?.[0] || usual,
  em: emOf(loaded),
  symbols: symbolsOf(loaded.name ?? ''),
});

/** Looks fonts up by the name that `setFont` uses; null for a font that does not load. */
export function fontsOf(page: PDFPageProxy): (name: string) => Font | null {
  const known = new Map<string, Font | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const loaded: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    // In the place of a font that does not load stands the text of the error.
    const font = typeof loaded === 'object' && loaded !== null ? fontFrom(loaded) : null;
    known.set(name, font);
    return font;
  };
}
