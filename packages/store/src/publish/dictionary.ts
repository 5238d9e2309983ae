/**
 * The data dictionary: `datapackage.json` (Frictionless Data Package 1.0, https://specs.frictionlessdata.io)
 * and, for each table, the JSON Schema of a row.
 */
import { formats } from './formats/index.ts';
import type { DataFile } from './manifest.ts';
import type { Field, TableShape } from './tables/column.ts';

const spaces = 2;

export const prettyJson = (value: object): Uint8Array =>
  Buffer.from(`${JSON.stringify(value, null, spaces)}\n`);

export const schemaKey = ({ name }: Pick<TableShape, 'name'>): string =>
  `schema/${name}.schema.json`;

/** Draft 2020-12, of a line of NDJSON; the other formats have the same columns. */
export function rowSchema({ name, zh, en, columns }: TableShape): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `xxgk.dataset/1 ${name} (${zh})`,
    description: en,
    type: 'object',
    properties: Object.fromEntries(columns.map((field) => [field.name, propertyOf(field)])),
    required: columns.map((field) => field.name),
    additionalProperties: false,
  };
}

function propertyOf({ type, zh, en, required, values }: Field): object {
  const plain = type === 'date' ? 'string' : type;
  return {
    title: zh,
    description: en,
    type: required ? plain : [plain, 'null'],
    ...(type === 'date' && { format: 'date' }),
    ...(values && { enum: required ? values : [...values, null] }),
  };
}

/** @param data Files of rows: each table in each format is a resource. */
export function dataPackage(
  tables: readonly TableShape[],
  data: readonly DataFile[],
  version: string,
): object {
  const resources = tables.flatMap((table) =>
    Object.values(formats).flatMap((format) => {
      const files = data.filter((file) => file.table === table.name && file.format === format.name);
      if (files.length === 0) return [];
      return [resourceOf(table, format.name, format.mediaType, files)];
    }),
  );
  return {
    profile: 'data-package',
    name: 'xxgk',
    title: '政府信息公开数据集 / Chinese government information disclosure',
    version,
    resources,
  };
}

function resourceOf(
  table: TableShape,
  format: DataFile['format'],
  mediatype: string,
  files: readonly DataFile[],
): object {
  const { name, zh, en } = table;
  const paths = files.map(({ path }) => path);
  const [only] = paths;
  return {
    // What Frictionless calls tabular it reads itself: CSV alone, by its specification.
    ...(format === 'csv' && { profile: 'tabular-data-resource', dialect }),
    name: `${name}-${format}`,
    title: `${zh} / ${en}`,
    path: paths.length === 1 ? only : paths,
    format,
    mediatype,
    encoding: 'utf-8',
    schema: {
      fields: formats[format].columns(table).map(fieldOf),
      missingValues: [''],
    },
  };
}

const dialect = { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true };

function fieldOf({ name, type, zh, en, from, unit, values, required }: Field): object {
  const constraints = { ...(required && { required }), ...(values && { enum: values }) };
  return {
    name,
    type,
    title: zh,
    description: en,
    source: from,
    ...(unit !== undefined && { unit }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}
