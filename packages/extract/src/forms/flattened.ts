/**
 * Puts the rows of a flattened table together again: cells on lines of their own, TAB lines
 * of Word, pipes, or a run of values behind a label.
 *
 * A row begins with words and goes on with its unit and its values; a label broken over lines is joined
 * where the joined words are a label of a form and the first half is not.
 */
import { isSentence } from '../line-signs.ts';
import { type Item, isLine, type Line } from '../reading.ts';
import { isValue } from './cell.ts';
import { form2014 } from './form-2014.ts';
import { disclosure2019 } from './form-2019.ts';
import { disclosure2021 } from './form-2021.ts';
import { labelKey } from './label.ts';
import { matrixColumns, matrixRows } from './matrix.ts';
import { pre2014 } from './pre-2014.ts';
import { remedyColumns, remedyGroups } from './remedies.ts';
import { type FormCell, type FormRow, lineCell } from './row.ts';

/** Fewer rows of a known label with a value than this make no form. */
const ENOUGH = 4;
const UNIT = /^(?:条|件|次|篇|个|人|人次|万元|元|宗|[-—－–―─]{1,6})$/u;
const CELL = /[^\t|｜\n]+/gu;
const WORD = /\S+/gu;
const NOTE = /^\s*[（(][^（）()]*[）)]\s*$/u;
const RULE = /^[\s:|-]*-{3,}[\s:|-]*$/u;
/** Characters of the longest label with its note. */
const LONGEST_LABEL = 80;

const blocks = [...disclosure2019, ...disclosure2021];
const ROW_LABELS = new Set(
  [
    ...form2014,
    ...pre2014,
    ...matrixRows.map((row) => ({ label: row.label })),
    ...blocks.flatMap((block) => block.rows),
  ].map((row) => labelKey(row.label)),
);
const HEAD_LABELS = new Set(
  [
    ...matrixColumns,
    ...remedyColumns,
    ...remedyGroups,
    ...blocks.flatMap((block) => block.columns),
    { label: '统计指标' },
    { label: '信息内容' },
  ].map((part) => labelKey(part.label)),
);

const isLabel = (text: string): boolean =>
  ROW_LABELS.has(labelKey(text)) || HEAD_LABELS.has(labelKey(text));
const isNumber = (text: string): boolean => UNIT.test(text.trim()) || isValue(text);

interface Token {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

const textOf = ({ line, start, end }: Token): string => line.text.slice(start, end);

/** A piece of a line: whole where it is one label or value, else its words. */
function* wordsOf(line: Line, start: number, piece: string): Generator<Token> {
  const trimmed = piece.trim();
  const from = start + piece.indexOf(trimmed);
  const words = [...trimmed.matchAll(WORD)];
  if (trimmed === '') return;
  if (isLabel(trimmed) || isNumber(trimmed) || !words.some((word) => isNumber(word[0]))) {
    yield { line, start: from, end: from + trimmed.length };
    return;
  }
  for (const word of words) {
    yield { line, start: from + word.index, end: from + word.index + word[0].length };
  }
}

function* tokensOf(lines: readonly Line[]): Generator<Token> {
  for (const line of lines) {
    if (RULE.test(line.text)) continue;
    for (const piece of line.text.matchAll(CELL)) yield* wordsOf(line, piece.index, piece[0]);
  }
}

/** Whether a second piece of words belongs to the label that has begun. */
function continues(open: readonly Token[], next: Token): boolean {
  const begun = open.map(textOf).join('');
  const joined = begun + textOf(next);
  if (NOTE.test(textOf(next))) return isLabel(begun);
  return !isLabel(begun) && joined.length <= LONGEST_LABEL && isLabel(joined);
}

interface OpenRow {
  readonly label: Token[];
  readonly values: Token[];
}

function group(tokens: Iterable<Token>): readonly OpenRow[] {
  const rows: OpenRow[] = [];
  for (const token of tokens) {
    const row = rows.at(-1);
    if (row && isNumber(textOf(token))) row.values.push(token);
    else if (row && row.values.length === 0 && continues(row.label, token)) row.label.push(token);
    else rows.push({ label: [token], values: [] });
  }
  return rows;
}

const cellOf = ({ line, start, end }: Token, column: number): FormCell =>
  lineCell(line, { start, end }, column);

function toRow({ label, values }: OpenRow): FormRow | undefined {
  const [first] = label;
  if (!first) return undefined;
  const words = { ...cellOf(first, 0), text: label.map(textOf).join('') };
  return {
    cells: [words, ...values.map((value, index) => cellOf(value, index + 1))],
    item: first.line,
  };
}

const isKnown = ({ label, values }: OpenRow): boolean =>
  values.length > 0 && ROW_LABELS.has(labelKey(label.map(textOf).join('')));

const isPart = ({ label }: OpenRow): boolean => isLabel(label.map(textOf).join(''));

/** A sentence between the forms, or above them under a heading that is also a label. */
const isProse = (row: OpenRow): boolean =>
  !isKnown(row) && row.label.some((token) => isSentence(textOf(token)));

/** From the first row of a form (with the heads above it) to the last. */
function region(all: readonly OpenRow[]): readonly OpenRow[] {
  const known = all.findIndex(isKnown);
  const above = all.slice(0, Math.max(0, known)).findLastIndex(isProse);
  const rows = all.slice(above + 1).filter((row) => !isProse(row));
  if (rows.filter(isKnown).length < ENOUGH) return [];
  const first = rows.findIndex(isPart);
  const last = rows.findLastIndex((row) => isKnown(row) || (isPart(row) && row.values.length > 0));
  return rows.slice(first, last + 1);
}

export interface Flattened {
  readonly rows: readonly FormRow[];
  /** Every line that the rows are made of. */
  readonly lines: ReadonlySet<Item>;
}

/** The rows of flattened forms among the lines of a part. */
export function flattenedRows(items: readonly Item[]): Flattened {
  const open = region(group(tokensOf(items.filter(isLine))));
  return {
    rows: open.flatMap((row) => toRow(row) ?? []),
    lines: new Set(open.flatMap((row) => [...row.label, ...row.values].map((token) => token.line))),
  };
}
