/** The cells of a row, by the modifiers of its end ([MS-DOC] §2.6.3, §2.9.321 TDefTableOperand). */
import type { CellShape, RowShape } from '../word/flow-row.ts';
import { i16, u8, u16 } from './bytes.ts';
import { sprmsOf } from './sprm.ts';

const code = { definition: 0xd608, merge: 0x5624, split: 0x5625, mergeUp: 0xd62b } as const;

const cellSize = 20;
/** Flags of a cell (§2.9.317 TC80). */
const flag = { mergedLeft: 2, goesOn: 0x20, restarts: 0x40 } as const;
const mostCells = 64;

interface Cell {
  readonly right: number;
  mergedLeft: boolean;
  mergedUp: boolean;
}

interface Row {
  readonly left: number;
  readonly cells: Cell[];
}

function defined(operand: Buffer): Row {
  const count = Math.min(u8(operand, 0), mostCells);
  const flags = 1 + (count + 1) * 2;
  const cells = Array.from({ length: count }, (_, at): Cell => {
    const own = u16(operand, flags + at * cellSize);
    return {
      right: i16(operand, 1 + (at + 1) * 2),
      mergedLeft: (own & flag.mergedLeft) !== 0,
      mergedUp: (own & flag.goesOn) !== 0 && (own & flag.restarts) === 0,
    };
  });
  return { left: i16(operand, 1), cells };
}

/** Cells from one index on, up to another, become one or many. */
function setMerged({ cells }: Row, operand: Buffer, merged: boolean): void {
  const [first, end] = [u8(operand, 0), u8(operand, 1)];
  for (const [at, cell] of cells.entries()) {
    if (at >= first && at < end) cell.mergedLeft = merged && at > first;
  }
}

function setMergedUp({ cells }: Row, operand: Buffer): void {
  const cell = cells[u8(operand, 0)];
  // 1 goes on, 3 begins.
  if (cell) cell.mergedUp = u8(operand, 1) === 1;
}

/** Undefined where the row does not define its cells. */
export function rowShape(properties: readonly Buffer[]): RowShape | undefined {
  let row: Row | undefined;
  for (const { code: own, operand } of properties.flatMap((each) => [...sprmsOf(each)])) {
    if (own === code.definition) row = defined(operand);
    if (!row) continue;
    if (own === code.merge || own === code.split) setMerged(row, operand, own === code.merge);
    if (own === code.mergeUp) setMergedUp(row, operand);
  }
  if (!row) return undefined;
  const cells: readonly CellShape[] = row.cells;
  return { left: row.left, cells };
}
