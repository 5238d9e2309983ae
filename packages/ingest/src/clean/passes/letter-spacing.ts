import { countHan } from '../../chinese/han.ts';
import { replacing } from '../../edit.ts';
import type { Pass } from '../pass.ts';

const oneBlank = /(?<=[^\s\u3000])[ \u00a0](?=[^\s\u3000])/g;
const anyBlank = /[\s\u3000]+/u;
/** Fewer letters may be a list of signs. */
const enough = 8;
/** Share of the letters that stand alone, and of Han among them. */
const apart = 0.9;
const mostlyHan = 0.5;

/** Whether every letter of a text stands by itself. */
function isSpread(text: string): boolean {
  const pieces = text.trim().split(anyBlank);
  if (pieces.length < enough) return false;
  const alone = pieces.filter((piece) => piece.length === 1).length;
  return alone >= pieces.length * apart && countHan(text) >= pieces.length * mostlyHan;
}

/** `公 开 信 息 2 2 6 条`: letters set apart, digits among them; a wider gap divides and stays. */
export const letterSpacingPass: Pass = {
  rule: 'letter-spacing',
  position:
    'Before the blanks around digits: 2 2 6 is one number only where all letters stand apart.',
  plan:
    () =>
    ({ text, cell }) =>
      !cell && isSpread(text) ? replacing(text, oneBlank, () => '') : [],
};
