/**
 * A script: the text of an invented document, free of any carrier. The same script is set as a web
 * page, a Word file, a PDF and a scan, so that one truth can be asked of all of them.
 */

export type ScriptBlock =
  /** Title line, centred; a wrapped title is several. */
  | { readonly title: string }
  /** Red letterhead (发文机关标志). */
  | { readonly letterhead: string }
  /** Centred line under a letterhead or a title: 发文字号, a date, 附件标题. */
  | { readonly center: string }
  /** Flush left without indent: 主送机关, 版记. */
  | { readonly left: string }
  /** Paragraph with a first-line indent of two characters. */
  | { readonly p: string }
  /** Signature and date. */
  | { readonly right: string }
  | { readonly table: ScriptTable }
  /** The following text begins on a new page. */
  | { readonly pageBreak: true };

export interface ScriptCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface ScriptTable {
  /** Widths of the columns, in characters. */
  readonly widths: readonly number[];
  readonly headerRows: number;
  readonly rows: readonly (readonly (string | ScriptCell)[])[];
}

export interface Script {
  /** Short name, used for file names: `report-2017`. */
  readonly name: string;
  readonly blocks: readonly ScriptBlock[];
}
