/**
 * XLSX: text, codes and days as text, numbers as numbers, null as an empty cell; a second sheet says
 * what the columns are. Written as a stream: libraries that build a sheet in memory take gigabytes for
 * one of a million rows.
 */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { TooManyRowsError } from '../errors.ts';
import type { Cell, Row, TableShape } from '../tables/column.ts';
import type { Format, Part } from './format.ts';
import { fixedParts, sheetFoot, sheetHead, sheetPart } from './xlsx-parts.ts';
import { escaped, fitting, longestText } from './xlsx-text.ts';

/** Rows of a sheet of Excel, the heading included. */
const mostRows = 1_048_576;
/** Rows that are compressed at once. */
const batch = 500;
/** The first time that ZIP has, in any time zone: the bytes do not depend on when they were made. */
const beginning = new Date(1980, 0, 1);

/** `A`, `B` … `Z`, `AA` … @param index From 0. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cellXml(cell: Cell, place: string): string {
  switch (typeof cell) {
    case 'string':
      return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(fitting(cell))}</t></is></c>`;
    case 'number':
      return `<c r="${place}"><v>${cell}</v></c>`;
    case 'boolean':
      return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    default:
      return '';
  }
}

/** A row of a sheet. @param number From 1. */
function rowXml(cells: Row, number: number): string {
  const inside = cells.map((cell, index) => cellXml(cell, `${columnName(index)}${number}`));
  return `<row r="${number}">${inside.join('')}</row>`;
}

/** A package that is being written. */
class Package {
  readonly #chunks: Uint8Array[] = [];
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  begin(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = beginning;
    this.#zip.add(part);
    return part;
  }

  add(name: string, xml: string): void {
    this.begin(name).push(strToU8(xml), true);
  }

  end(): Uint8Array {
    this.#zip.end();
    return Buffer.concat(this.#chunks);
  }
}

/** What the columns are, for those who have the workbook and nothing else. */
function dictionaryXml({ columns }: TableShape): string {
  const lines = columns.map(({ name, zh, en, type, unit = null, from }) => {
    return [name, zh, en, type, unit, from];
  });
  const rows = [['field', '字段', 'description', 'type', 'unit', 'source'], ...lines];
  return sheetHead + rows.map((row, index) => rowXml(row, index + 1)).join('') + sheetFoot;
}

async function* write(table: TableShape, rows: AsyncIterable<Row>): AsyncIterable<Part> {
  const file = new Package();
  for (const [name, xml] of fixedParts([table.name, '字段说明'])) file.add(name, xml);
  file.add(sheetPart(2), dictionaryXml(table));
  const sheet = file.begin(sheetPart(1));
  const heading = table.columns.map(({ name }) => name);
  let text = sheetHead + rowXml(heading, 1);
  let number = 1;
  let cut = 0;
  for await (const row of rows) {
    number += 1;
    if (number > mostRows) throw new TooManyRowsError(table.name, mostRows - 1);
    cut += row.filter((cell) => typeof cell === 'string' && cell.length > longestText).length;
    text += rowXml(row, number);
    if (number % batch > 0) continue;
    sheet.push(strToU8(text));
    text = '';
  }
  sheet.push(strToU8(text + sheetFoot), true);
  yield { bytes: file.end(), rows: number - 1, cut };
}

export const xlsx: Format = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  partitioned: false,
  columns: ({ columns }) => columns,
  path: ({ name }) => `${name}.xlsx`,
  write,
};
