/** The text of a cell as the sheet shows it. */
import type { CellObject } from '@e965/xlsx';

const scientific = /\dE[+-]?\d/i;
const general = /^General$/i;
const padding = /^[ \t]+|[ \t]+$/g;
const blank = /^\s*$/u;
const lineEnd = /\r\n?/g;

/** Digits that a binary number holds; more would show its noise. */
const digits = 15;

/** A number without exponent; undefined where only an exponent can write it. */
function plain(value: number): string | undefined {
  const text = String(Number(value.toPrecision(digits)));
  return scientific.test(text) ? undefined : text;
}

function shownNumber({ v, w, z }: CellObject): string {
  const value = typeof v === 'number' ? v : Number.NaN;
  const shown = w?.replace(padding, '');
  const isGeneral = z === undefined || general.test(String(z));
  if (shown === undefined || (isGeneral && scientific.test(shown))) {
    return plain(value) ?? shown ?? String(value);
  }
  return shown;
}

/** @returns The text; empty when the cell shows nothing. */
export function displayed(cell: CellObject): string {
  if (cell.t === 'z' || cell.v === undefined) return '';
  const text =
    cell.t === 'n' ? shownNumber(cell) : (cell.w ?? String(cell.v)).replace(lineEnd, '\n');
  return blank.test(text) ? '' : text;
}

export const isNumeric = ({ t }: CellObject): boolean => t === 'n' || t === 'd';
