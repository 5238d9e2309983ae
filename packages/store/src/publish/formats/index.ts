/** The formats of datasets. */
import { csv } from './csv.ts';
import type { Format, FormatName } from './format.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { xlsx } from './xlsx.ts';

export const formats: Readonly<Record<FormatName, Format>> = { ndjson, csv, xlsx, parquet };
