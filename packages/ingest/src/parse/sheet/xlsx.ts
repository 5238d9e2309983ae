/** XLSX: the sheets of an Office Open XML workbook; also `.et` files that WPS writes so. */
import type { Parser } from '../parser.ts';
import { isSheetPackage } from './recognise.ts';

const version = '2';

export const xlsxParser: Parser = {
  name: 'xlsx',
  version,
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  textual: false,
  recognises: (head, { fileName }) => isSheetPackage(head, fileName),
  parse: async (file) => {
    const { readPackage } = await import('./workbook/read-workbook.ts');
    const { parsedSheets } = await import('./workbook/parsed-sheets.ts');
    const { workbook, drawings } = await readPackage(file.bytes);
    return parsedSheets('XLSX', workbook, { 'parse.xlsx': version }, drawings);
  },
};
