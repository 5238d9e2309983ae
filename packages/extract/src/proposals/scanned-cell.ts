/** The cells of a form that were read by OCR, with everything else that they may say. */
import { readCell } from '../forms/cell.ts';
import type { Stated } from '../forms/table-facts.ts';
import type { Fact } from '../record.ts';

/** What a cell may say instead of what was read. */
export interface Candidate {
  /** As an engine or the running text gives it. */
  readonly text: string;
  /** Null for `/` and a blank. */
  readonly value: number | null;
  /** Inside a sum, where a cell that says nothing counts as nought. */
  readonly amount: number;
  readonly from: 'engine' | 'text' | 'confusion';
}

export interface ScannedCell {
  readonly key: string;
  /** As read, without blanks. */
  readonly text: string;
  /** 0 to 1, of the engines: the lowest of its characters. */
  readonly confidence: number;
  /** What the cell would be if the reading were sure. */
  readonly status: Fact['status'];
  /** Inside a sum; null where no number was recognised. */
  readonly amount: number | null;
  /** Other readings of the engines, likeliest first, then what the running text says. */
  readonly others: readonly Candidate[];
}

const BLANKS = /[\s\u3000]+/gu;
/** Statuses of cells whose amount is known. */
const COUNTED: ReadonlySet<Fact['status']> = new Set([
  'reported',
  'zero_by_statement',
  'not_applicable',
  'blank',
  'ocr_suspect',
]);

type Field = Parameters<typeof readCell>[1];

function candidate(text: string, field: Field, from: Candidate['from']): Candidate[] {
  const { value, status } = readCell(text, field);
  return COUNTED.has(status) ? [{ text, value, amount: value ?? 0, from }] : [];
}

/** Each meaning once, without the one that was read. */
function distinct(all: readonly Candidate[], read: number | null): readonly Candidate[] {
  return all.filter(
    (one, index) =>
      all.findIndex(({ value }) => value === one.value) === index && one.value !== read,
  );
}

/**
 * @param said What the running text says of the same number.
 * @returns Undefined for a cell that is digital, and for one whose column has been split.
 */
export function scannedCell(
  key: string,
  stated: Stated,
  said: number | undefined,
): ScannedCell | undefined {
  const { cell, field } = stated;
  const scan = cell?.scan ?? (stated.fact.status === 'ocr_suspect' ? { confidence: 0.5 } : null);
  if (!cell || !field || !scan) return undefined;
  const { value, status } = readCell(cell.text, field);
  const others = (cell.scan?.others ?? []).flatMap(({ text }) => candidate(text, field, 'engine'));
  const told = said === undefined ? [] : candidate(String(said), field, 'text');
  const isRead = COUNTED.has(status);
  return {
    key,
    text: cell.text.replace(BLANKS, ''),
    confidence: scan.confidence,
    status: status === 'ocr_suspect' ? 'reported' : status,
    amount: isRead ? (value ?? 0) : null,
    others: isRead
      ? distinct([...others, ...told], value)
      : [...others, ...told].filter(({ value: number }) => number !== null),
  };
}
