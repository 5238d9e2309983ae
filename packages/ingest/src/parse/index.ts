/** The registry of readers: tried in this order, the first that recognises the bytes reads them. */
import { docParser } from './doc/parser.ts';
import { docxParser } from './docx/parser.ts';
import { htmlParser } from './html/parser.ts';
import { imageParsers } from './image/parser.ts';
import { ofdParser } from './ofd/parser.ts';
import type { Parser } from './parser.ts';
import { pdfParser } from './pdf/parser.ts';
import { csvParser } from './sheet/csv.ts';
import { xlsParser } from './sheet/xls.ts';
import { xlsxParser } from './sheet/xlsx.ts';

export const parsers: readonly Parser[] = [
  pdfParser,
  docxParser,
  xlsxParser,
  ofdParser,
  xlsParser,
  docParser,
  ...imageParsers,
  htmlParser,
  csvParser,
];
