/**
 * Scanned tables as an OCR stage hands them on, with one digit misread: cells with confidence and other
 * readings, of which some are wrong although the reading is right.
 */
import type { Cell, OtherReading, Table } from '@xxgk/extract/document';
import { type Dice, dice } from '../random.ts';
import type { ScriptTable } from '../script.ts';
import { placeCells } from '../script-grid.ts';

/** What the engines know of a misread cell: the truth among other readings, others only, or no doubt at all. */
export type Regime = 'truth among the others' | 'truth not among the others' | 'sure of it';
export const regimes: readonly Regime[] = [
  'truth among the others',
  'truth not among the others',
  'sure of it',
];

export const mistakes = ['substituted', 'dropped', 'doubled', 'nought lost', 'slash as 1'] as const;
export type Mistake = (typeof mistakes)[number];

export interface Planted {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly truth: string;
  readonly read: string;
  readonly mistake: Mistake;
}

export interface Scanned {
  readonly tables: readonly Table[];
  /** Undefined where the tables have no cell for the mistake. */
  readonly planted: Planted | undefined;
}

const NUMBER = /^\d+$/u;
const VALUE = /^(?:\d+(?:\.\d+)?|\/)$/u;

/** Digits that look like each other; one in five misreadings is of other digits. */
const LOOKALIKES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  0: ['6', '8', '9'],
  1: ['7', '4'],
  2: ['7'],
  3: ['8', '5'],
  4: ['1', '9'],
  5: ['6', '3'],
  6: ['8', '0', '5'],
  7: ['1', '2'],
  8: ['3', '6', '0', '9'],
  9: ['0', '8', '4'],
};

const others = (digit: string): string[] => [...'0123456789'].filter((one) => one !== digit);

function lookalike(digit: string, random: Dice): string {
  const known = LOOKALIKES[digit];
  if (known && random.roll(1, 5) > 1) return random.pick(known);
  const [first = '', ...rest] = others(digit);
  return random.pick([first, ...rest]);
}

/** No engine reads a number with a nought before it. */
function substituted(truth: string, random: Dice): string {
  const at = random.roll(0, truth.length - 1);
  const read = truth.slice(0, at) + lookalike(truth[at] ?? '', random) + truth.slice(at + 1);
  return /^0\d/u.test(read) ? substituted(truth, random) : read;
}

function misread(truth: string, mistake: Mistake, random: Dice): string | undefined {
  if (mistake === 'slash as 1') return truth === '/' ? '1' : undefined;
  if (mistake === 'nought lost') return truth === '0' ? '' : undefined;
  if (!NUMBER.test(truth)) return undefined;
  if (mistake === 'substituted') return substituted(truth, random);
  const at = random.roll(0, truth.length - 1);
  const [before, digit, after] = [truth.slice(0, at), truth[at] ?? '', truth.slice(at + 1)];
  if (mistake === 'doubled') return before + digit + digit + after;
  const rest = before + after;
  return truth === '0' || /^0\d/u.test(rest) ? undefined : rest;
}

/** Another reading that is wrong as well. */
function alsoWrong(text: string, random: Dice): OtherReading[] {
  if (!NUMBER.test(text)) return [];
  return [{ text: substituted(text, random), confidence: 0.14 }];
}

/** One right number in 25 is unsure too, and something else was read beside it. */
function rightCell(text: string, random: Dice): Partial<Cell> {
  if (text === '') return {};
  const isUnsure = VALUE.test(text) && random.roll(1, 25) === 1;
  if (!isUnsure) return { confidence: random.roll(93, 99) / 100 };
  const alternatives = alsoWrong(text, random);
  return {
    confidence: random.pick([0.5, 0.7]),
    ...(alternatives.length > 0 && { alternatives }),
  };
}

function wrongCell({ truth, read }: Planted, regime: Regime, random: Dice): Partial<Cell> {
  if (regime === 'sure of it') {
    return read === '' ? {} : { confidence: random.roll(93, 98) / 100 };
  }
  const wrong = alsoWrong(read, random).filter(({ text }) => text !== truth);
  const right = regime === 'truth among the others' ? [{ text: truth, confidence: 0.29 }] : [];
  const alternatives = [...right, ...(random.roll(1, 2) === 1 ? wrong : [])];
  // Ink of which nothing was read has no confidence at all.
  const confidence = read === '' && right.length === 0 ? 0 : random.pick([0.5, 0.7]);
  return { confidence, ...(alternatives.length > 0 && { alternatives }) };
}

function plant(
  tables: readonly ScriptTable[],
  mistake: Mistake,
  random: Dice,
): Planted | undefined {
  const all = tables.flatMap((table, at) =>
    placeCells(table)
      .filter(({ row }) => row >= table.headerRows)
      .flatMap(({ row, column, text: truth }): Planted[] => {
        const read = misread(truth, mistake, random);
        return read === undefined ? [] : [{ table: at, row, column, truth, read, mistake }];
      }),
  );
  return all[random.roll(0, Math.max(0, all.length - 1))];
}

/** The tables as read without any mistake, or with one. */
export function scannedTables(
  tables: readonly ScriptTable[],
  seed: number,
  error?: { readonly mistake: Mistake; readonly regime: Regime },
): Scanned {
  const random = dice(seed);
  const planted = error && plant(tables, error.mistake, random);
  const scanned = tables.map((table, at): Table => {
    const placed = placeCells(table).map((cell): Cell => {
      const isWrong =
        planted?.table === at && planted.row === cell.row && planted.column === cell.column;
      return isWrong && error
        ? { ...cell, text: planted.read, ...wrongCell(planted, error.regime, random) }
        : { ...cell, ...rightCell(cell.text, random) };
    });
    const columns = Math.max(...placed.map((cell) => cell.column + cell.columnSpan));
    return { kind: 'table', role: 'body', rows: table.rows.length, columns, cells: placed };
  });
  return { tables: scanned, planted };
}
