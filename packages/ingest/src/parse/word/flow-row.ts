/** Rows as DOC and RTF hold them: cells that have ended, and where they end on the page. */
import type { Item } from './paragraph.ts';

export interface CellShape {
  /** Right edge, twentieths of a point. */
  readonly right: number;
  /** It is printed as part of the cell to its left. */
  readonly mergedLeft: boolean;
  /** It is printed as part of the cell above it. */
  readonly mergedUp: boolean;
}

export interface RowShape {
  /** Left edge of the first cell. */
  readonly left: number;
  readonly cells: readonly CellShape[];
}

/** A cell that has ended. */
export interface FlowCell {
  readonly items: readonly Item[];
  readonly path: string;
}

export interface FlowRow {
  readonly cells: readonly FlowCell[];
  /** Undefined where the file does not say how wide the cells are. */
  readonly shape: RowShape | undefined;
}
