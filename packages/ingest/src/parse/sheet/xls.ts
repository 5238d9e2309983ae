/** XLS: the sheets of a legacy workbook (BIFF8, BIFF5); also `.et` files that WPS writes so. */
import type { Parser } from '../parser.ts';
import { isCompoundSheet } from './recognise.ts';

const version = '2';

export const xlsParser: Parser = {
  name: 'xls',
  version,
  mediaType: 'application/vnd.ms-excel',
  textual: false,
  recognises: (head, { fileName }) => isCompoundSheet(head, fileName),
  parse: async (file) => {
    const { readCompound } = await import('./workbook/read-workbook.ts');
    const { parsedSheets } = await import('./workbook/parsed-sheets.ts');
    return parsedSheets('XLS', await readCompound(file.bytes), { 'parse.xls': version });
  },
};
