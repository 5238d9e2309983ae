/** Reads the files of a dataset by libraries that had no part in writing them, into rows of one form. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CellObject, read, utils } from '@e965/xlsx';
import { parquetReadObjects } from 'hyparquet';
import papaparse from 'papaparse';

export interface ManifestFile {
  readonly path: string;
  readonly table?: string;
  readonly format?: string;
  readonly partition?: { readonly kind: string; readonly year: number | null } | null;
  readonly rows?: number;
  readonly bytes: number;
  readonly sha256: string;
}

export interface Manifest {
  readonly tables: { readonly records: { readonly rows: number } };
  readonly left_out: Readonly<Record<string, number>>;
  readonly files: readonly ManifestFile[];
}

export type ReadRow = Readonly<Record<string, unknown>>;

export const manifestOf = async (out: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8')) as Manifest;

/** Rows of a table, in any order; what the format cannot tell apart is as the format has it. */
export async function rowsOf(out: string, format: string, table: string): Promise<ReadRow[]> {
  const { files } = await manifestOf(out);
  const found = files.filter((file) => file.format === format && file.table === table);
  const rows = await Promise.all(found.map((file) => rowsIn(out, file)));
  return rows.flat();
}

async function rowsIn(out: string, { path, format, partition }: ManifestFile): Promise<ReadRow[]> {
  const bytes = await readFile(join(out, path));
  switch (format) {
    case 'ndjson':
      return bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as ReadRow);
    case 'csv':
      return csvRows(bytes.toString('utf8'));
    case 'xlsx':
      return sheetRows(bytes);
    default:
      return (await parquetRows(bytes)).map((row) => ({ ...row, ...partition }));
  }
}

function csvRows(text: string): ReadRow[] {
  if (!text.startsWith('\uFEFF')) throw new Error('A CSV without byte order mark');
  const { data, errors } = papaparse.parse<Record<string, string>>(text.slice(1), {
    header: true,
    newline: '\r\n',
    skipEmptyLines: true,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
  return data;
}

/** Null where there is no cell. */
function sheetRows(bytes: Uint8Array): ReadRow[] {
  const { Sheets, SheetNames } = read(bytes, { dense: true });
  const sheet = Sheets[SheetNames[0] ?? ''];
  const lines: (CellObject | undefined)[][] = sheet?.['!data'] ?? [];
  const heading = (lines[0] ?? []).map((cell) => String(cell?.v));
  if (utils.decode_range(sheet?.['!ref'] ?? 'A1').e.r + 1 !== lines.length) {
    throw new Error('Rows are missing');
  }
  return lines
    .slice(1)
    .map((line) => Object.fromEntries(heading.map((name, at) => [name, line[at]?.v ?? null])));
}

async function parquetRows(bytes: Buffer): Promise<ReadRow[]> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const rows = await parquetReadObjects({ file: file as ArrayBuffer });
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plain(value)])),
  );
}

function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value ?? null;
}
