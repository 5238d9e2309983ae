import { fullPunctuation, han } from '../../chinese/han.ts';
import { type Replacement, replacing } from '../../edit.ts';
import { type CleanText, deciding, type Pass } from '../pass.ts';

const thin = '[ \\u00a0\\u2000-\\u200a]';
const wideSide = `[${han}${fullPunctuation}]`;
const beforeDigit = new RegExp(`(?<=${wideSide})${thin}(?=\\d)`, 'gu');
const afterDigit = new RegExp(`(?<=\\d)${thin}(?=${wideSide})`, 'gu');
const digitThenUnit = new RegExp(
  `(?<=\\d)${thin}(?=[年月日号件条份次个人篇期场项宗起例元万亿家处名户类部种批页册倍岁天时分秒多余几％%])`,
  'gu',
);
/** A number of a heading (`3.1 组织机构`) keeps its blank. */
const headingNumber = /^\s*\d{1,2}(\.\d{1,2}){0,4}\.?$/;
const joined = new RegExp(`${wideSide}\\d|\\d${wideSide}`, 'gu');
const apart = new RegExp(`${wideSide}${thin}\\d|\\d${thin}${wideSide}`, 'gu');

/** Share of the places between digit and Han that hold a blank when a converter put them there. */
const systematic = 0.5;
const enough = 6;

const count = (texts: readonly CleanText[], pattern: RegExp): number =>
  texts.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);

function isSystematic(texts: readonly CleanText[]): boolean {
  const decide = deciding(texts);
  const spaced = count(decide, apart);
  return spaced >= enough && spaced >= (spaced + count(decide, joined)) * systematic;
}

const inOrder = (replacements: readonly Replacement[]): Replacement[] =>
  replacements.toSorted((a, b) => a.start - b.start);

function around(text: string): Replacement[] {
  const behind = replacing(text, afterDigit, () => '');
  return inOrder([
    ...replacing(text, beforeDigit, () => ''),
    ...behind.filter(({ start }) => !headingNumber.test(text.slice(0, start))),
  ]);
}

/**
 * `2017 年`, `84 件`. Where a converter has put blanks between all digits and Han characters they all
 * go; elsewhere only those between a number and its unit, for a blank may divide (`X局 2018年3月`).
 */
export const digitBlankPass: Pass = {
  rule: 'digit-blank',
  position: 'While blanks are still as they came: a full-width one divides and is left alone.',
  plan: (texts) => {
    const all = isSystematic(texts);
    return ({ text }) =>
      all
        ? around(text)
        : replacing(text, digitThenUnit, () => '').filter(
            ({ start }) => !headingNumber.test(text.slice(0, start)),
          );
  },
};

const betweenHan = new RegExp(
  `(?<=${wideSide})[ \\u00a0]+(?=${wideSide}|\\d)|(?<=\\d)[ \\u00a0]+(?=${wideSide})`,
  'gu',
);

/** Blanks that OCR engines put between characters. */
export const ocrBlankPass: Pass = {
  rule: 'ocr-blank',
  position: 'On pages read by OCR only, before the blanks are made alike.',
  plan:
    () =>
    ({ text, readBy }) =>
      readBy === 'ocr' ? replacing(text, betweenHan, () => '') : [],
};

const blank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t]/g;

/** Blanks of every width become one kind. */
export const blankPass: Pass = {
  rule: 'blank',
  position: 'After all passes that tell blanks apart by width.',
  plan:
    () =>
    ({ text }) =>
      replacing(text, blank, () => ' '),
};

const blankRun = /[ \n]+/g;
/** Any run that does not stay as it is: most texts have blanks and none of these. */
const untrimmed = /^[ \n]|[ \n]$| {3}|\n[ \n]| \n/;

/** What stays of a run of blanks, given whether it stands at an edge of the text. */
function kept(found: string, atEdge: boolean): string {
  if (atEdge) return '';
  if (found.includes('\n')) return '\n';
  return found.length > 2 ? '  ' : found;
}

/** Wide gaps keep two blanks; lines and texts begin and end with none. */
export const trimPass: Pass = {
  rule: 'trim',
  position: 'Last: every pass above may leave blanks at an edge.',
  plan:
    () =>
    ({ text }) =>
      untrimmed.test(text)
        ? replacing(text, blankRun, ({ 0: found, index }) =>
            kept(found, index === 0 || index + found.length === text.length),
          )
        : [],
};
