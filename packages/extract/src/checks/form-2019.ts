/** Identities of the forms since 2019: M1 to M4 and M7. M5 and M6 compare two years. */
import { disclosure2019 } from '../forms/form-2019.ts';
import type { Era } from '../forms/indicator.ts';
import { matrixColumns, matrixRows } from '../forms/matrix.ts';
import { remedyColumns, remedyGroups } from '../forms/remedies.ts';
import type { Identity } from './identity.ts';

const TOTAL = 'total';
const cell = (row: string, column: string): string => `requests_matrix.${row}.${column}`;

/** Rows between the heading of the results and their total. */
const isResult = (key: string): boolean =>
  !['received_this_year', 'carried_over_in', 'results_total', 'carried_over_out'].includes(key);

const dataRows = (era: Era): readonly string[] =>
  matrixRows.filter((row) => row.data.includes(era)).map((row) => row.key);

/** Requests that came in are those that were dealt with and those carried over. */
const inIsOut = (): readonly Identity[] =>
  matrixColumns.map(({ key }) => ({
    id: `M1.${key}`,
    left: [cell('received_this_year', key), cell('carried_over_in', key)],
    relation: '=',
    right: [cell('results_total', key), cell('carried_over_out', key)],
  }));

const results = (era: Era): readonly Identity[] =>
  matrixColumns.map(({ key }) => ({
    id: `M2.${key}`,
    left: [cell('results_total', key)],
    relation: '=',
    right: dataRows(era)
      .filter(isResult)
      .map((row) => cell(row, key)),
  }));

const acrossRows = (era: Era): readonly Identity[] =>
  dataRows(era).map((row) => ({
    id: `M3.${row}`,
    left: [cell(row, TOTAL)],
    relation: '=',
    right: matrixColumns.filter(({ key }) => key !== TOTAL).map(({ key }) => cell(row, key)),
  }));

/** Identities of the matrix of requests. */
export const matrixIdentities = (era: Era): readonly Identity[] => [
  ...inIsOut(),
  ...results(era),
  ...acrossRows(era),
];

/** Identities of the table of remedies: each group ends with its total. */
export const remedyIdentities: readonly Identity[] = remedyGroups.map((group) => ({
  id: `M4.${group.key}`,
  left: [`remedies_table.${group.key}.${TOTAL}`],
  relation: '=',
  right: remedyColumns
    .filter(({ key }) => key !== TOTAL)
    .map(({ key }) => `remedies_table.${group.key}.${key}`),
}));

const OLDER = 'Documents of earlier years may be disclosed late.';

/** Identities of the table of disclosure of 2019 and 2020. */
export const disclosureIdentities2019: readonly Identity[] = (
  disclosure2019[0]?.rows ?? []
).flatMap(({ key }): readonly Identity[] => {
  const disclosed = `disclosure_table.${key}.disclosed_this_year`;
  return [
    {
      id: `M7.${key}.made_this_year`,
      left: [disclosed],
      relation: '<=',
      right: [`disclosure_table.${key}.made_this_year`],
      soft: OLDER,
    },
    {
      id: `M7.${key}.disclosed_total`,
      left: [disclosed],
      relation: '<=',
      right: [`disclosure_table.${key}.disclosed_total`],
      soft: OLDER,
    },
  ];
});
