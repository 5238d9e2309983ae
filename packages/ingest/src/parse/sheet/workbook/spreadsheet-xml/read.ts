/**
 * XML Spreadsheet 2003 → a workbook as the library would give it. The library's own reader of this
 * format moves the cells behind an empty merged one, so the few elements that count are read here.
 */
import type { CellObject, WorkBook } from '@e965/xlsx';
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { UnreadableError } from '../../../../errors.ts';
import { workbookLibrary } from '../library.ts';
import { CellFormats } from './formats.ts';
import { cellOf, type FormatNumber } from './value.ts';
import { type Attributes, XmlSheet } from './xml-sheet.ts';

const format = 'XML spreadsheet';
const byteOrderMark = /^\uFEFF/;

const attributesOf = ({ attributes }: SaxesTagNS): Attributes =>
  Object.fromEntries(Object.values(attributes).map(({ local, value }) => [local, value]));

class Reader {
  readonly #write: FormatNumber;
  readonly #formats = new CellFormats();
  readonly sheets: XmlSheet[] = [];
  /** Local names of the elements that are open. */
  readonly #path: string[] = [];
  #type = '';
  #text = '';
  #value: CellObject | undefined;
  #comment = '';

  constructor(write: FormatNumber) {
    this.#write = write;
  }

  get #sheet(): XmlSheet | undefined {
    return this.sheets.at(-1);
  }

  readonly #openers: Readonly<Record<string, (attributes: Attributes) => void>> = {
    Style: ({ ID = '', Parent }) => this.#formats.style(ID, Parent),
    NumberFormat: ({ Format = 'General' }) => this.#formats.numberFormat(Format),
    Worksheet: ({ Name = '' }) => this.sheets.push(new XmlSheet(Name)),
    Column: (attributes) => this.#sheet?.column(attributes),
    Row: (attributes) => this.#sheet?.row(attributes),
    Cell: (attributes) => {
      this.#sheet?.openCell(attributes);
      [this.#value, this.#comment] = [undefined, ''];
    },
    Data: ({ Type = 'String' }) => {
      [this.#type, this.#text] = [Type, ''];
    },
    Visible: () => {
      this.#text = '';
    },
  };

  open(tag: SaxesTagNS): void {
    this.#path.push(tag.local);
    if (Object.hasOwn(this.#openers, tag.local)) this.#openers[tag.local]?.(attributesOf(tag));
  }

  text(text: string): void {
    this.#text += text;
  }

  close({ local }: SaxesTagNS): void {
    this.#path.pop();
    const parent = this.#path.at(-1);
    if (local === 'Cell') this.#sheet?.closeCell(this.#value, this.#comment.trim());
    else if (local === 'Data' && parent === 'Comment') this.#comment = this.#text;
    else if (local === 'Data' && this.#sheet) {
      const code = this.#formats.formatOf(this.#sheet.styles());
      this.#value = cellOf(this.#type, this.#text, code, this.#write);
    } else if (local === 'Visible' && this.#sheet) {
      this.#sheet.hidden = this.#text.trim() !== 'SheetVisible';
    }
  }
}

/**
 * @param text The whole file, decoded.
 * @throws {UnreadableError} when its XML breaks off or breaks its rules.
 * @throws {TooLargeError} when a sheet is larger than what is read.
 */
export async function readSpreadsheetXml(text: string): Promise<WorkBook> {
  const { SSF } = await workbookLibrary();
  const reader = new Reader((code, value) => SSF.format(code, value));
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new UnreadableError(format, error.message);
  });
  parser.on('opentag', (tag) => reader.open(tag));
  parser.on('text', (piece) => reader.text(piece));
  parser.on('cdata', (piece) => reader.text(piece));
  parser.on('closetag', (tag) => reader.close(tag));
  parser.write(text.replace(byteOrderMark, '').trimStart()).close();
  const { sheets } = reader;
  return {
    SheetNames: sheets.map(({ name }) => name),
    Sheets: Object.fromEntries(sheets.map((sheet) => [sheet.name, sheet.worksheet()])),
    Workbook: { Sheets: sheets.map(({ name, hidden }) => ({ name, Hidden: hidden ? 1 : 0 })) },
  };
}
