/** A workbook as raw Office Open XML (ECMA-376-1 §18), without a library that might forgive. */
import { zip } from '../zip.ts';
import { entriesOf, formatsOf, ownFormats, type SheetRecipe } from './workbook.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const address = (row: number, column: number): string =>
  `${String.fromCharCode(65 + column)}${row + 1}`;

function rowsXml(sheet: SheetRecipe, formats: readonly (string | number)[]): string {
  const rows = Map.groupBy(entriesOf(sheet), ({ row }) => row);
  for (const row of sheet.hiddenRows ?? []) if (!rows.has(row)) rows.set(row, []);
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, entries]) => {
      const cells = entries.map(({ column, value, format }) => {
        const open = `<c r="${address(row, column)}" s="${formats.indexOf(format)}"`;
        if (typeof value === 'number') return `${open}><v>${value}</v></c>`;
        const text = `<t xml:space="preserve">${escaped(value)}</t>`;
        return `${open} t="inlineStr"><is>${text}</is></c>`;
      });
      const hidden = sheet.hiddenRows?.includes(row) ? ' hidden="1"' : '';
      return `<row r="${row + 1}"${hidden}>${cells.join('')}</row>`;
    })
    .join('');
}

function sheetXml(sheet: SheetRecipe, formats: readonly (string | number)[]): string {
  const columns = (sheet.hiddenColumns ?? [])
    .map((column) => `<col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`)
    .join('');
  const merges = (sheet.merges ?? [])
    .map(([top, left, end, last]) => {
      return `<mergeCell ref="${address(top, left)}:${address(end, last)}"/>`;
    })
    .join('');
  return [
    `${head}<worksheet xmlns="${main}">`,
    columns && `<cols>${columns}</cols>`,
    `<sheetData>${rowsXml(sheet, formats)}</sheetData>`,
    merges && `<mergeCells>${merges}</mergeCells>`,
    '</worksheet>',
  ].join('');
}

function stylesXml(formats: readonly (string | number)[]): string {
  const own = formats.filter((format) => typeof format === 'string');
  const codes = own.map(
    (code, at) => `<numFmt numFmtId="${ownFormats + at}" formatCode="${escaped(code)}"/>`,
  );
  const cells = formats.map((format) => {
    const id = typeof format === 'number' ? format : ownFormats + own.indexOf(format);
    return `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`;
  });
  const list =
    codes.length > 0 ? `<numFmts count="${codes.length}">${codes.join('')}</numFmts>` : '';
  return `${head}<styleSheet xmlns="${main}">${list}<fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs>${cells.join('')}</cellXfs></styleSheet>`;
}

/** Parts of the package by name. */
export function xlsxParts(sheets: readonly SheetRecipe[]): Record<string, string> {
  const formats = formatsOf(sheets);
  const list = sheets.map(({ name, hidden }, at) => {
    const state = hidden ? ' state="hidden"' : '';
    return `<sheet name="${escaped(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const overrides = sheets.map(
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${types}.worksheet+xml"/>`,
  );
  return {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${overrides.join('')}</Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships">${relations.join('')}<Relationship Id="rIdStyles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': stylesXml(formats),
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet, formats)]),
    ),
  };
}

export const xlsx = (sheets: readonly SheetRecipe[]): Buffer => zip(xlsxParts(sheets));
