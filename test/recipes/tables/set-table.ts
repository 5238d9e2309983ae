/** A table that is ready to be printed. */
import type { ScriptTable } from '../script.ts';
import type { PlacedCell } from '../script-grid.ts';
import type { TableLook } from './look.ts';

/** A table measured for a place of so many points. */
export interface SetTable {
  readonly table: ScriptTable;
  readonly look: TableLook;
  readonly cells: readonly PlacedCell[];
  /** Edges of the columns, points of the page. */
  readonly xs: readonly number[];
  readonly heights: readonly number[];
  /** Lines of cells over several rows that stand on earlier pages. */
  readonly written: Map<PlacedCell, number>;
}

/** Where the table begins and ends on a page. */
export interface PageEnds {
  readonly top: number;
  readonly bottom: number;
}
