/** `documents`: one row for each source whose bytes were read, also where they hold no record. */
import type { Table } from './column.ts';
import { type Source, sourceColumns } from './source-columns.ts';

export interface ReadSource {
  readonly source: Source;
  /** Of the rows of `records`; 0 where it holds none. */
  readonly records: number;
}

export const documentsTable: Table<ReadSource> = {
  name: 'documents',
  zh: '原件',
  en: 'One row for the bytes of each source that was read',
  partitioned: false,
  columns: [
    ...sourceColumns(({ source }: ReadSource) => source, ''),
    {
      name: 'records',
      type: 'integer',
      zh: '记录数',
      en: 'Rows of `records` that were read from it',
      from: 'source.sha256',
      required: true,
      get: ({ records }) => records,
    },
  ],
};
