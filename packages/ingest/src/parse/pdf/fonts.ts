/** Fonts of a page as the text state needs them. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { boldName } from '../paged/bold-name.ts';
import type { Font } from './text-state.ts';

const usual = 0.001;

interface LoadedFont {
  readonly name?: string;
  readonly bold?: boolean;
  readonly black?: boolean;
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
}

const fontFrom = (loaded: LoadedFont): Font => ({
  bold: loaded.bold === true || loaded.black === true || boldName.test(loaded.name ?? ''),
  vertical: loaded.vertical === true,
  unit: loaded.fontMatrix?.[0] || usual,
});

/** Looks fonts up by the name that `setFont` uses; a font that did not load has no glyphs. */
export function fontsOf(page: PDFPageProxy): (name: string) => Font | null {
  const known = new Map<string, Font | null>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const loaded: unknown = page.commonObjs.has(name) ? page.commonObjs.get(name) : null;
    const font = typeof loaded === 'object' && loaded !== null ? fontFrom(loaded) : null;
    known.set(name, font);
    return font;
  };
}
