/**
 * Parquet: text as UTF-8, whole numbers as INT64, numbers as DOUBLE, days as DATE, compressed with
 * Snappy. The partition keys stand in the names of the folders and, as Hive has it, not in the files.
 */
import type { Cell, Field, Row, TableShape } from '../tables/column.ts';
import { type Format, type Part, partLimits, partNumber } from './format.ts';

/** Rows that are kept until they are written. */
const rowGroup = 20_000;

const partitionKeys: ReadonlySet<string> = new Set(['kind', 'year']);

const columnsOf = ({ columns, partitioned }: TableShape): TableShape['columns'] =>
  partitioned ? columns.filter(({ name }) => !partitionKeys.has(name)) : columns;

const types = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
  date: { type: 'INT32', converted_type: 'DATE' },
} as const;

function elementOf({ name, type, required }: Field) {
  return { name, ...types[type], repetition_type: required ? 'REQUIRED' : 'OPTIONAL' } as const;
}

function typed({ type }: Field, cell: Cell): unknown {
  if (cell === null) return null;
  if (type === 'integer') return BigInt(cell);
  return type === 'date' ? new Date(`${String(cell)}T00:00:00Z`) : cell;
}

/** One file. */
async function openFile(fields: readonly Field[]) {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const writer = new ByteWriter();
  const schema = [{ name: 'root', num_children: fields.length }, ...fields.map(elementOf)];
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'xxgk' });
  let rows = 0;
  return {
    async add(group: readonly (readonly Cell[])[]): Promise<void> {
      const columnData = fields.map((field, column) => ({
        name: field.name,
        data: group.map((row) => typed(field, row[column] ?? null)),
      }));
      await parquet.write({ columnData, rowGroupSize: rowGroup });
      rows += group.length;
    },
    isFull: (): boolean => rows >= partLimits.rows || writer.offset >= partLimits.bytes,
    async end(): Promise<Part> {
      await parquet.finish();
      return { bytes: new Uint8Array(writer.getBuffer()), rows, cut: 0 };
    },
  };
}

async function* write(table: TableShape, rows: AsyncIterable<Row>): AsyncIterable<Part> {
  const fields = columnsOf(table);
  const places = fields.map((field) => table.columns.indexOf(field));
  let file = await openFile(fields);
  let group: Row[] = [];
  let isBegun = false;
  for await (const row of rows) {
    group.push(places.map((place) => row[place] ?? null));
    if (group.length < rowGroup) continue;
    await file.add(group);
    group = [];
    isBegun = !file.isFull();
    if (isBegun) continue;
    yield await file.end();
    file = await openFile(fields);
  }
  if (group.length > 0) await file.add(group);
  if (group.length > 0 || isBegun) yield await file.end();
}

export const parquet: Format = {
  name: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  partitioned: true,
  columns: columnsOf,
  path: (_table, part) => `part-${partNumber(part)}.parquet`,
  write,
};
