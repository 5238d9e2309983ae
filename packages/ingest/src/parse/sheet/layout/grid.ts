/** A sheet as it is seen: its filled cells on the grid of the rows and columns that are shown. */

/** A filled cell; rows and columns from 0, hidden ones not counted. */
export interface SheetCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** It holds a number or a date, no words. */
  readonly numeric: boolean;
}

/** Merged cells without text: they belong to a table, and make none. */
export type EmptySpan = Omit<SheetCell, 'text' | 'numeric'>;

export interface SheetGrid {
  /** By row, then column. */
  readonly cells: readonly SheetCell[];
  readonly empty: readonly EmptySpan[];
  /** The address of a cell in the file, e.g. `Sheet1!B3`, from its place on the grid. */
  address(row: number, column: number): string;
}

export const bottom = ({ row, rowSpan }: EmptySpan): number => row + rowSpan;
export const right = ({ column, columnSpan }: EmptySpan): number => column + columnSpan;

/** `A`, `Z`, `AA`: the name of a column counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

const bareName = /^[\p{L}_][\p{L}\p{N}_.]*$/u;

/** A sheet's name as formulas write it before an address. */
export const quoted = (name: string): string =>
  bareName.test(name) ? name : `'${name.replaceAll("'", "''")}'`;

/** Ascending, each once. */
export const distinct = (values: Iterable<number>): number[] =>
  [...new Set(values)].toSorted((a, b) => a - b);
