/** The facts that the cells of a form state, with their evidence. */
import { evidenceFor } from '../evidence.ts';
import type { Evidence, Fact } from '../record.ts';
import { rawSpan, readingConfidence } from '../trace.ts';
import { type CellField, type CellReading, readCell } from './cell.ts';
import type { FormValue } from './form-value.ts';
import type { FormCell } from './row.ts';

export const CELL_RULE = 'form/cell';

/** A fact and what supports it. */
export interface Stated {
  readonly fact: Fact;
  readonly evidence: readonly Evidence[];
  /** The one cell of the form that states it, and what it can hold. */
  readonly cell?: FormCell;
  readonly field?: CellField;
}

const CERTAIN = 0.98;
/** Below this a scanned digit may be another one. */
export const LEGIBLE = 0.9;
/** Highest confidence of a value that may be wrong. */
const DOUBTFUL = 0.8;

/** Sums in 万元 above which somebody most likely filled in 元, by key. */
const IMPLAUSIBLE: Readonly<Record<string, number>> = {
  fees_collected_10k_yuan: 50,
  special_funds_10k_yuan: 1000,
};

const evidenceOf = (cell: FormCell): Evidence => evidenceFor(cell, cell.span, CELL_RULE, CERTAIN);

const legible = (cell: FormCell): boolean =>
  readingConfidence(cell.traced, rawSpan(cell.traced, cell.span)) >= LEGIBLE;

/** A dash is like no digit; what is no number is doubted anyway. */
const DASH = /^[-—－–―─_]+$/u;
const mayBeOther = ({ status, raw }: CellReading): boolean =>
  status !== 'ambiguous' && status !== 'masked' && !DASH.test(raw);

function oneCell(cell: FormCell, value: FormValue): Stated {
  const reading = readCell(cell.text, value.field);
  const evidence = evidenceOf(cell);
  const suspect = reading.status === 'ocr_suspect' || (!legible(cell) && mayBeOther(reading));
  const implausible = (reading.value ?? 0) >= (IMPLAUSIBLE[value.key] ?? Number.POSITIVE_INFINITY);
  const doubtful = suspect || implausible || reading.status === 'ambiguous';
  return {
    fact: {
      ...reading,
      status: suspect ? 'ocr_suspect' : reading.status,
      source: 'table',
      confidence: doubtful ? Math.min(evidence.confidence, DOUBTFUL) : evidence.confidence,
    },
    evidence: [evidence],
    cell,
    field: value.field,
  };
}

/** Several columns of which none is the total: which one counts is not for us to say. */
function severalCells(value: FormValue): Stated {
  return {
    fact: {
      value: null,
      unit: value.field.unit,
      raw: value.cells.map((cell) => cell.text.trim()).join(' | '),
      status: value.cells.length === 0 ? 'blank' : 'ambiguous',
      precision: 'exact',
      bound: null,
      source: 'table',
      confidence: value.cells.length === 0 ? CERTAIN : DOUBTFUL,
    },
    evidence: value.cells.map(evidenceOf),
  };
}

/** What the cell (or the missing cell) of a key says. */
export function stateCell(value: FormValue): Stated {
  const [cell] = value.cells;
  return cell && value.cells.length === 1 ? oneCell(cell, value) : severalCells(value);
}
