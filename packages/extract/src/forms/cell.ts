/** What a cell of a statistical form says. Nothing is not nought. */
import { arabicNumber, scaled } from '../lexicon/numerals.ts';
import type { Fact } from '../record.ts';

/** What the form says about a cell's column and row. */
export interface CellField {
  /** Printed unit; null where the form names none. */
  readonly unit: string | null;
  /** Whether a sign is part of the value (本年增/减). */
  readonly signed?: boolean;
}

export type CellReading = Pick<Fact, 'value' | 'unit' | 'raw' | 'status' | 'precision' | 'bound'>;

const BLANK = /[\s\u3000]+/gu;
const NOT_APPLICABLE = /^(?:[/\\／＼]|[-—－–―─_]{1,6})$/u;
const MASKED = /^[*＊×xX]{2,}$/u;
const NOTHING = /^(?:无|没有|未发生|零)[。.]?$/u;
const LOOKS_LIKE_NOUGHT = /^[OoＯｏ〇○]$/u;
const REMARK = /(?<=\S)[（(][^（）()]*[）)]$/u;
const NUMBER =
  /^(?<approx>约|近)?(?<sign>[+＋\-－减增])?(?<number>[0-9０-９][0-9０-９,，'’.．]*)(?<fuzz>余|多)?(?<scale>[万亿]?)(?<fuzz2>余|多)?(?<unit>元|人次|件次|条次|[条件次篇个人份项部家起例宗场期批])?$/u;
const MINUS = /[-－减]/u;

const SCALES: Readonly<Record<string, number>> = { '': 1, 万: 10_000, 亿: 100_000_000 };
/** Yuan in each money unit. */
const MONEY: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 亿元: 100_000_000 };

const isMoney = (unit: string | null): boolean => unit !== null && unit in MONEY;

const nothing = (raw: string, unit: string | null, status: CellReading['status']): CellReading => ({
  value: null,
  unit,
  raw,
  status,
  precision: 'exact',
  bound: null,
});

const nought = (raw: string, unit: string | null, status: CellReading['status']): CellReading => ({
  ...nothing(raw, unit, status),
  value: 0,
});

interface Amount {
  readonly value: number;
  readonly unit: string | null;
}

/** Money keeps 万 in its unit; the unit of the column wins over the unit of the cell by conversion. */
function money(number: number, scale: string, field: CellField): Amount {
  const own = `${scale}元`;
  if (!field.unit || !isMoney(field.unit)) return { value: number, unit: own };
  const yuan = scaled(number, MONEY[own] ?? 1);
  return { value: Number((yuan / (MONEY[field.unit] ?? 1)).toPrecision(15)), unit: field.unit };
}

function amount(number: number, scale: string, unit: string | undefined, field: CellField): Amount {
  const asMoney = unit === '元' || (scale !== '' && unit === undefined && isMoney(field.unit));
  if (asMoney) return money(number, scale, field);
  return { value: scaled(number, SCALES[scale] ?? 1), unit: unit ?? field.unit };
}

type Groups = Readonly<Record<string, string | undefined>>;

function numeric(raw: string, groups: Groups, field: CellField): CellReading {
  const { approx, sign, scale = '', unit } = groups;
  const number = arabicNumber(groups['number'] ?? '');
  if (number === undefined || (sign !== undefined && !field.signed)) {
    return nothing(raw, field.unit, 'ambiguous');
  }
  const read = amount(number, scale, unit, field);
  const fuzz = groups['fuzz'] ?? groups['fuzz2'];
  const vague = approx !== undefined || fuzz !== undefined;
  return {
    value: sign && MINUS.test(sign) ? -read.value : read.value,
    unit: read.unit,
    raw,
    status: 'reported',
    precision: vague ? 'approx' : 'exact',
    bound: approx === undefined ? (fuzz ? '>=' : null) : approx === '近' ? '<=' : '~',
  };
}

/** Reads a cell. `raw` of the result is the cell's text, trimmed. */
export function readCell(text: string, field: CellField): CellReading {
  const raw = text.trim();
  const flat = raw.replace(BLANK, '');
  if (flat === '') return nothing(raw, field.unit, 'blank');
  if (NOT_APPLICABLE.test(flat)) return nothing(raw, field.unit, 'not_applicable');
  if (MASKED.test(flat)) return nothing(raw, field.unit, 'masked');
  if (NOTHING.test(flat)) return nought(raw, field.unit, 'zero_by_statement');
  if (LOOKS_LIKE_NOUGHT.test(flat)) return nought(raw, field.unit, 'ocr_suspect');
  const groups = NUMBER.exec(flat.replace(REMARK, ''))?.groups;
  return groups ? numeric(raw, groups, field) : nothing(raw, field.unit, 'ambiguous');
}

/** Whether text can stand in a value column at all. */
export const isValue = (text: string): boolean =>
  readCell(text, { unit: null, signed: true }).status !== 'ambiguous';
