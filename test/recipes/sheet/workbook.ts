/** An invented workbook, free of any format: set as XLSX and as XLS by the recipes beside this. */

export interface SheetValue {
  readonly value: string | number;
  /** Code of the number format as the file writes it, or the number of a built-in one. */
  readonly format?: string | number;
}

export type SheetEntry = string | number | SheetValue | null;

/** First row, first column, last row, last column, from 0. */
export type Merge = readonly [number, number, number, number];

export interface SheetRecipe {
  readonly name: string;
  readonly rows: readonly (readonly SheetEntry[])[];
  readonly merges?: readonly Merge[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

export interface PlacedEntry {
  readonly row: number;
  readonly column: number;
  readonly value: string | number;
  readonly format: string | number;
}

/** The entries of a sheet that hold something. */
export const entriesOf = ({ rows }: SheetRecipe): PlacedEntry[] =>
  rows.flatMap((entries, row) =>
    entries.flatMap((entry, column) => {
      if (entry === null || entry === '') return [];
      const { value, format = 0 } = typeof entry === 'object' ? entry : { value: entry };
      return [{ row, column, value, format }];
    }),
  );

/** The formats of a workbook, each once; the first is General. */
export const formatsOf = (sheets: readonly SheetRecipe[]): (string | number)[] => [
  ...new Set<string | number>([0, ...sheets.flatMap(entriesOf).map(({ format }) => format)]),
];

/** Number of the first format that a file defines itself. */
export const ownFormats = 176;
