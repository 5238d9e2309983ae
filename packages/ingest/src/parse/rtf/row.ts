/** Definitions of rows: `\trowd`, then for each cell its merges and its right edge. */
import type { CellShape, RowShape } from '../word/flow-row.ts';

/** A row wider than this is damage. */
const mostCells = 256;

export class RowDefinition {
  #left = 0;
  #cells: CellShape[] = [];
  #mergedLeft = false;
  #mergedUp = false;

  /** Takes a control word; false when it is none of rows. */
  word(name: string, value: number | undefined): boolean {
    const act = acts[name];
    if (!act) return false;
    act(this, value ?? 0);
    return true;
  }

  /** Undefined where nothing is defined. */
  shape(): RowShape | undefined {
    return this.#cells.length === 0 ? undefined : { left: this.#left, cells: this.#cells };
  }

  begin(): void {
    this.#left = 0;
    this.#cells = [];
    this.#mergedLeft = false;
    this.#mergedUp = false;
  }

  setLeft(left: number): void {
    this.#left = left;
  }

  mergeLeft(): void {
    this.#mergedLeft = true;
  }

  mergeUp(): void {
    this.#mergedUp = true;
  }

  endCell(right: number): void {
    const [mergedLeft, mergedUp] = [this.#mergedLeft, this.#mergedUp];
    if (this.#cells.length < mostCells) this.#cells.push({ right, mergedLeft, mergedUp });
    this.#mergedLeft = false;
    this.#mergedUp = false;
  }
}

const acts: Readonly<Record<string, (row: RowDefinition, value: number) => void>> = {
  trowd: (row) => row.begin(),
  trleft: (row, value) => row.setLeft(value),
  clmrg: (row) => row.mergeLeft(),
  clvmrg: (row) => row.mergeUp(),
  cellx: (row, value) => row.endCell(value),
};
