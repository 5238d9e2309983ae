/** A page image with the truth that stands on it. */

export interface TrueCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Holds a figure, `/`, `——` or nothing; else a label. */
  readonly isValue: boolean;
}

export interface BenchPage {
  readonly name: string;
  /** By what the page was made hard: a line of the report. */
  readonly condition: string;
  readonly kind: 'text' | 'table';
  /** File of the image. */
  readonly image: string;
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly text: string;
  /** Of a table. */
  readonly cells: readonly TrueCell[];
}

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** 0 to 1; 1 where nothing is printed. */
  readonly confidence: number;
}

/** What a subject read on a page. */
export interface ReadPage {
  readonly name: string;
  readonly text: string;
  /** Empty for subjects that know no tables. */
  readonly cells: readonly ReadCell[];
  readonly cpuSeconds: number;
  /** Why it could not be read. */
  readonly error?: string;
}
