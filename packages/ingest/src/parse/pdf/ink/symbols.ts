/**
 * What the codes of the symbol fonts of Windows print.
 *
 * A PDF names them by letters (`þ` for a ticked box) or by private-use characters (U+F0FE); the
 * shape is told by the font's name alone.
 */

/** Codes in hexadecimal with their shapes; what is not listed is told as the file tells it. */
const wingdings =
  '6c● 6d❍ 6e■ 6f□ 70❐ 71❑ 72❒ 74⬧ 75◆ 76❖ 77⬥ 80⓪ 81① 82② 83③ 84④ 85⑤ 86⑥ 87⑦ 88⑧ 89⑨ 8a⑩ ' +
  '8c❶ 8d❷ 8e❸ 8f❹ 90❺ 91❻ 92❼ 93❽ 94❾ 95❿ 9f• a1○ a4◉ a7▪ a8□ aa✦ ab★ b7• d8➢ e8➔ ' +
  'ef⇦ f0⇨ f1⇧ f2⇩ fb✗ fc✓ fd☒ fe☑';
const wingdings2 = '50✓ 4f✗ 51☒ 52☑ 53☒ 54☒ 55⮽ 6a① 6b② 97● a2■ a3□ 98• ae◆';
const webdings = '61✓ 63□ 67■ 6e● 72✗';

const parse = (text: string): ReadonlyMap<number, string> =>
  new Map(
    text.split(' ').flatMap((entry): [number, string][] => {
      const code = Number.parseInt(entry.slice(0, 2), 16);
      const shape = entry.slice(2);
      return [
        [code, shape],
        [0xf000 + code, shape],
      ];
    }),
  );

const fonts = [
  { name: /wingdings\s?-?2/i, shapes: parse(wingdings2) },
  { name: /wingdings(?!\s?-?3)/i, shapes: parse(wingdings) },
  { name: /webdings/i, shapes: parse(webdings) },
] as const;

/** Shapes by code of the font of that name, or null when it is a font of letters. */
export const symbolsOf = (font: string): ReadonlyMap<number, string> | null =>
  fonts.find(({ name }) => name.test(font))?.shapes ?? null;
