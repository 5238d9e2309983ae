/** NDJSON: one JSON object a line, its keys in the order of the columns, every key always present. */
import type { Row, TableShape } from '../tables/column.ts';
import { type Format, type Part, partNumber } from './format.ts';
import { partsOfLines } from './lines.ts';

function write({ columns }: TableShape, rows: AsyncIterable<Row>): AsyncIterable<Part> {
  const keys = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const lineOf = (row: Row): string =>
    `{${keys.map((key, index) => key + JSON.stringify(row[index] ?? null)).join(',')}}\n`;
  return partsOfLines('', lineOf, rows);
}

export const ndjson: Format = {
  name: 'ndjson',
  mediaType: 'application/x-ndjson',
  partitioned: true,
  columns: ({ columns }) => columns,
  path: (_table, part) => `part-${partNumber(part)}.ndjson`,
  write,
};
