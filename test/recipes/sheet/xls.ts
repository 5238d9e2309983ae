/** A workbook as raw BIFF8 records ([MS-XLS] §2.4) in a compound file. */
import { compoundFile } from '../ole.ts';
import { entriesOf, formatsOf, ownFormats, type SheetRecipe } from './workbook.ts';

type Formats = readonly (string | number)[];

const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
};

const record = (type: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(type, body.length), body]);
};

/** Letters as UTF-16, with the flag that says so. */
const wide = (text: string): Buffer =>
  Buffer.concat([Buffer.from([1]), Buffer.from(text, 'utf16le')]);
const counted = (text: string): Buffer => Buffer.concat([u16(text.length), wide(text)]);

const beginning = (kind: number): Buffer =>
  record(0x0809, u16(0x0600, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0));
const end = record(0x000a);

function styles(formats: Formats): Buffer {
  const own = formats.filter((format) => typeof format === 'string');
  const codes = own.map((code, at) => record(0x041e, u16(ownFormats + at), counted(code)));
  const cells = formats.map((format) => {
    const id = typeof format === 'number' ? format : ownFormats + own.indexOf(format);
    return record(0x00e0, u16(0, id), Buffer.alloc(16));
  });
  return Buffer.concat([...codes, ...cells]);
}

function double(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}

function hiddenLines(sheet: SheetRecipe): Buffer {
  const rows = (sheet.hiddenRows ?? []).map((row) =>
    record(0x0208, u16(row, 0, 0, 255, 0, 0, 0x0120, 0)),
  );
  const columns = (sheet.hiddenColumns ?? []).map((column) =>
    record(0x007d, u16(column, column, 2304, 0, 1, 0)),
  );
  return Buffer.concat([...columns, ...rows]);
}

function sheetRecords(sheet: SheetRecipe, formats: Formats): Buffer {
  const cells = entriesOf(sheet).map(({ row, column, value, format }) => {
    const place = u16(row, column, formats.indexOf(format));
    return typeof value === 'number'
      ? record(0x0203, place, double(value))
      : record(0x0204, place, counted(value));
  });
  const merges = (sheet.merges ?? []).map(([top, left, bottom, right]) =>
    u16(top, bottom, left, right),
  );
  const merged = merges.length > 0 ? record(0x00e5, u16(merges.length), ...merges) : u16();
  return Buffer.concat([beginning(0x10), hiddenLines(sheet), ...cells, merged, end]);
}

interface XlsOptions {
  /** Write the record that says the rest is encrypted (RC4). */
  readonly encrypted?: boolean;
}

/** The stream of a workbook: its globals, then its sheets. */
export function xlsStream(sheets: readonly SheetRecipe[], { encrypted }: XlsOptions = {}): Buffer {
  const formats = formatsOf(sheets);
  const bodies = sheets.map((sheet) => sheetRecords(sheet, formats));
  const lock = encrypted ? record(0x002f, u16(1, 1, 1), Buffer.alloc(48, 7)) : u16();
  const before = Buffer.concat([beginning(5), lock, record(0x0042, u16(1200)), styles(formats)]);
  const listed = (starts: readonly number[]): Buffer[] =>
    sheets.map(({ name, hidden }, at) => {
      const start = starts[at] ?? 0;
      const place = u16(start & 0xffff, start >>> 16);
      return record(0x0085, place, Buffer.from([hidden ? 1 : 0, 0, name.length]), wide(name));
    });
  const size = Buffer.concat([before, ...listed([]), end]).length;
  const starts = bodies.map((_, at) =>
    bodies.slice(0, at).reduce((sum, { length }) => sum + length, size),
  );
  return Buffer.concat([before, ...listed(starts), end, ...bodies]);
}

export const xls = (sheets: readonly SheetRecipe[], options?: XlsOptions): Buffer =>
  compoundFile([{ name: 'Workbook', content: xlsStream(sheets, options) }]);
