/**
 * Fonts for a document that is only read: accepted, and left alone.
 *
 * To show a letter, pdf.js gives its font to the browser, or where there is none, makes an outline of
 * each letter of each line: a fifth of the time of reading a text. Reading shows no letters. So pdf.js is
 * told that there is a browser, by its options `disableFontFace` and `ownerDocument`; of the CSS Font
 * Loading API it then uses `document.fonts` and the global `FontFace`, which are here.
 *
 * That is safe because what is read (characters, widths, names of fonts) comes from the half that
 * parses, before any font is loaded. Were there an error here, pdf.js would fall back to outlines: the
 * text stays the same, and `open.test.ts` notices.
 */

/** A font that is loaded at once. */
class UnusedFontFace {
  readonly family = '';
  readonly loaded = Promise.resolve(this);
}

/** As much of a page in a browser as pdf.js needs to load fonts into. */
export const fontPage = (): object => ({ fonts: new Set() });

/** How many documents are being read. */
let readers = 0;

/**
 * Provides the global `FontFace`, for Node has none, and takes it away when the last document that
 * is read is disposed of: nothing else in the process should take it for a real one.
 */
export function lendFontFace(): Disposable {
  if (readers === 0 && !('FontFace' in globalThis)) {
    Object.defineProperty(globalThis, 'FontFace', { value: UnusedFontFace, configurable: true });
  }
  readers += 1;
  return {
    [Symbol.dispose](): void {
      readers -= 1;
      if (readers === 0 && Reflect.get(globalThis, 'FontFace') === UnusedFontFace) {
        Reflect.deleteProperty(globalThis, 'FontFace');
      }
    },
  };
}
