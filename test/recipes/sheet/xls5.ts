/** A sheet as Excel 5 wrote it: BIFF5 records, letters in GBK (code page 936). */
import iconv from 'iconv-lite';

const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
};

const record = (type: number, ...parts: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  return Buffer.concat([u16(type, body.length), body]);
};

const beginning = (kind: number): Buffer => record(0x0809, u16(0x0500, kind, 0x0dbb, 0x07cc));
const end = record(0x000a);

/** The stream `Book` of one sheet. */
export function excel5(rows: readonly (readonly string[])[]): Buffer {
  const cells = rows.flatMap((row, at) =>
    row.map((text, column) => {
      const letters = iconv.encode(text, 'gbk');
      return record(0x0204, u16(at, column, 0, letters.length), letters);
    }),
  );
  const globals = Buffer.concat([
    beginning(5),
    record(0x0042, u16(936)),
    record(0x00e0, Buffer.alloc(16)),
  ]);
  const name = Buffer.from('Sheet1');
  const listed = (start: number): Buffer =>
    record(0x0085, u16(start, 0, 0), Buffer.from([name.length]), name);
  const size = Buffer.concat([globals, listed(0), end]).length;
  return Buffer.concat([globals, listed(size), end, beginning(0x10), ...cells, end]);
}
