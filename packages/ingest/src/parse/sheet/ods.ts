/** ODS: the sheets of an OpenDocument package. */
import type { Parser } from '../parser.ts';
import { isOpenDocumentSheet } from './recognise.ts';

const version = '1';

export const odsParser: Parser = {
  name: 'ods',
  version,
  mediaType: 'application/vnd.oasis.opendocument.spreadsheet',
  textual: false,
  recognises: (head) => isOpenDocumentSheet(head),
  parse: async (file) => {
    const { readOpenDocument } = await import('./workbook/read-opendocument.ts');
    const { parsedSheets } = await import('./workbook/parsed-sheets.ts');
    return parsedSheets('ODS', await readOpenDocument(file.bytes), { 'parse.ods': version });
  },
};
