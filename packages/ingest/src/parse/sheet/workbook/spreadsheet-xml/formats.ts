/**
 * How the cells of an XML Spreadsheet show their numbers: styles, their parents, and the formats
 * that have names instead of codes (XML Spreadsheet Reference, `ss:NumberFormat`).
 */

/** As the Chinese Excel shows them. */
const named: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'd-mmm-yy',
  'Short Date': 'yyyy/m/d',
  'Long Time': 'h:mm:ss',
  'Medium Time': 'h:mm AM/PM',
  'Short Time': 'h:mm',
  Currency: '"¥"#,##0.00;"¥"\\-#,##0.00',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00',
  'Yes/No': '"Yes";"Yes";"No"',
  'True/False': '"True";"True";"False"',
  'On/Off': '"On";"On";"Off"',
};

interface Style {
  readonly parent: string | undefined;
  format: string | undefined;
}

/** Styles inherit; one that leads back to itself has no format. */
const mostParents = 16;

export class CellFormats {
  readonly #styles = new Map<string, Style>();
  #open: Style | undefined;

  style(id: string, parent: string | undefined): void {
    this.#open = { parent, format: undefined };
    this.#styles.set(id, this.#open);
  }

  /** The format of the style that was begun last. */
  numberFormat(code: string): void {
    if (this.#open) this.#open.format = named[code] ?? code;
  }

  /** Code of the first of the styles that there is; `Default` is that of all cells. */
  formatOf(ids: readonly (string | undefined)[]): string {
    let style = this.#styles.get(ids.find((id) => id !== undefined) ?? 'Default');
    for (let step = 0; style && step < mostParents; step += 1) {
      if (style.format !== undefined) return style.format;
      style = style.parent === undefined ? undefined : this.#styles.get(style.parent);
    }
    return 'General';
  }
}
