/** The parts of which the statutory forms are made, as data. */

/** Era of a form, by its content: the report's year says nothing. */
export type Era = 'pre_2014' | '2014_2018' | '2019_2020' | '2021_plus';

/** A row of a form that has one value a row. */
export interface Indicator {
  /** As printed before the label: `（一）`, `1.`, `其中：`, or empty. */
  readonly number: string;
  readonly label: string;
  /** Printed unit; null for a heading, which carries no value. */
  readonly unit: string | null;
  /** Key in `statistics`. */
  readonly key: string;
  readonly parent: string | null;
}

export interface DisclosureColumn {
  readonly label: string;
  readonly key: string;
  /** Printed in the column's head; absent where the form names none. */
  readonly unit?: string;
  /** Whether `+10` and `减2` are values here. */
  readonly signed?: true;
}

/** One article of the 条例 inside the table 主动公开政府信息情况. */
export interface DisclosureBlock {
  readonly block: string;
  readonly rows: readonly { readonly label: string; readonly key: string }[];
  readonly columns: readonly DisclosureColumn[];
}
