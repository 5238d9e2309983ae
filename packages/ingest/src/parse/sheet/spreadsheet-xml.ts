/** XML Spreadsheet 2003: one text file, mostly called `.xls`, as older export programs write it. */
import type { Parser } from '../parser.ts';
import { isSpreadsheetXml } from './recognise.ts';

const version = '1';

export const spreadsheetXmlParser: Parser = {
  name: 'spreadsheet-xml',
  version,
  mediaType: 'application/vnd.ms-excel+xml',
  textual: true,
  recognises: (head) => isSpreadsheetXml(head),
  parse: async (file) => {
    const { readSpreadsheetXml } = await import('./workbook/spreadsheet-xml/read.ts');
    const { parsedSheets } = await import('./workbook/parsed-sheets.ts');
    const workbook = await readSpreadsheetXml(file.text ?? '');
    return parsedSheets('XML spreadsheet', workbook, { 'parse.spreadsheet-xml': version });
  },
};
