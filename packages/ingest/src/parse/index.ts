/** The registry of readers: tried in this order, the first that recognises the bytes reads them. */
import { jsonParser, xmlParser } from './answer/parser.ts';
import { docParser } from './doc/parser.ts';
import { docxParser } from './docx/parser.ts';
import { htmlParser } from './html/parser.ts';
import { imageParsers } from './image/parser.ts';
import { mhtmlParser } from './mhtml/parser.ts';
import { ofdParser } from './ofd/parser.ts';
import type { Parser } from './parser.ts';
import { pdfParser } from './pdf/parser.ts';
import { rtfParser } from './rtf/parser.ts';
import { csvParser } from './sheet/csv.ts';
import { odsParser } from './sheet/ods.ts';
import { spreadsheetXmlParser } from './sheet/spreadsheet-xml.ts';
import { xlsParser } from './sheet/xls.ts';
import { xlsxParser } from './sheet/xlsx.ts';
import { wordXmlParser } from './word-xml/parser.ts';

export const parsers: readonly Parser[] = [
  pdfParser,
  docxParser,
  xlsxParser,
  odsParser,
  ofdParser,
  xlsParser,
  docParser,
  rtfParser,
  ...imageParsers,
  spreadsheetXmlParser,
  wordXmlParser,
  mhtmlParser,
  jsonParser,
  htmlParser,
  xmlParser,
  csvParser,
];
