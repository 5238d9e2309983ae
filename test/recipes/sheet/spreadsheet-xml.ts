/** A workbook as XML Spreadsheet 2003, with the habits of Excel: indexes only where cells are left out. */
import { entriesOf, formatsOf, type SheetRecipe } from './workbook.ts';

const spreadsheet = 'urn:schemas-microsoft-com:office:spreadsheet';

/** Built-in formats that this format names, or spells out. */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  14: 'Short Date',
  31: 'yyyy"年"m"月"d"日"',
  57: 'yyyy"年"m"月"',
};

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const styleOf = (format: string | number, at: number): string => {
  const code = typeof format === 'number' ? (builtIn[format] ?? 'General') : format;
  return `<Style ss:ID="s${at}" ss:Parent="Default"><NumberFormat ss:Format="${escaped(code)}"/></Style>`;
};

function cellsOf(sheet: SheetRecipe, row: number, formats: readonly (string | number)[]): string {
  const merges = (sheet.merges ?? []).filter(([top]) => top === row);
  const entries = entriesOf(sheet).filter((entry) => entry.row === row);
  const places = new Set([
    ...entries.map(({ column }) => column),
    ...merges.map(([, left]) => left),
  ]);
  let next = 0;
  return [...places]
    .toSorted((a, b) => a - b)
    .map((column) => {
      const entry = entries.find((each) => each.column === column);
      const [, , bottom = row, right = column] = merges.find(([, left]) => left === column) ?? [];
      const attributes = [
        column === next ? '' : ` ss:Index="${column + 1}"`,
        right > column ? ` ss:MergeAcross="${right - column}"` : '',
        bottom > row ? ` ss:MergeDown="${bottom - row}"` : '',
        entry ? ` ss:StyleID="s${formats.indexOf(entry.format)}"` : '',
      ].join('');
      next = right + 1;
      if (!entry) return `<Cell${attributes}/>`;
      const type = typeof entry.value === 'number' ? 'Number' : 'String';
      const data = `<Data ss:Type="${type}">${escaped(String(entry.value))}</Data>`;
      return `<Cell${attributes}>${data}</Cell>`;
    })
    .join('');
}

function worksheet(sheet: SheetRecipe, formats: readonly (string | number)[]): string {
  const columns = (sheet.hiddenColumns ?? [])
    .map((column) => `<Column ss:Index="${column + 1}" ss:Hidden="1"/>`)
    .join('');
  const rows = sheet.rows.map((_, row) => {
    const hidden = sheet.hiddenRows?.includes(row) ? ' ss:Hidden="1"' : '';
    return `<Row${hidden}>${cellsOf(sheet, row, formats)}</Row>`;
  });
  const options = sheet.hidden
    ? '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    : '';
  return `<Worksheet ss:Name="${escaped(sheet.name)}"><Table>${columns}${rows.join('\n')}</Table>${options}</Worksheet>`;
}

/** @param inside Further elements of the workbook, for what the recipe does not know. */
export function spreadsheetXml(sheets: readonly SheetRecipe[], inside = ''): Buffer {
  const formats = formatsOf(sheets);
  const styles = `<Styles><Style ss:ID="Default" ss:Name="Normal"/>${formats.map(styleOf).join('')}</Styles>`;
  const body = sheets.map((sheet) => worksheet(sheet, formats)).join('\n');
  return Buffer.from(
    `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="${spreadsheet}" xmlns:ss="${spreadsheet}">${styles}${body}${inside}</Workbook>\n`,
  );
}
