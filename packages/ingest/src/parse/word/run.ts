/** Runs: letters with one look, as they are printed. */
import type { Look } from './look.ts';
import { inSigns } from './signs.ts';

/** A run of printed text with its look. */
export interface Run {
  readonly text: string;
  readonly look: Look;
}

const digits = /^[0-9]+$/;
const raisedDigits = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

/** 10 with a raised 3 is not 103. */
const raised = (text: string): string =>
  Array.from(text, (digit) => raisedDigits[Number(digit)] ?? digit).join('');

/** The text of a run as its look makes it appear. */
export function shown(text: string, look: Look): string {
  if (look.signFont !== undefined) return inSigns(look.signFont, text);
  return look.raised === true && digits.test(text) ? raised(text) : text;
}

export const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
