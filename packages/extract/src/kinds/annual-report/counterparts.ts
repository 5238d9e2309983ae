/** Which cells of the forms since 2019 say what a flat key says: prose keeps the older words. */
import { matrixRows } from '../../forms/matrix.ts';

const matrix = (row: string): string => `requests_matrix.${row}.total`;
const reconsideration = (column: string): readonly string[] => [
  `remedies_table.reconsideration.${column}`,
];
const litigation = (column: string): readonly string[] => [
  `remedies_table.litigation_direct.${column}`,
  `remedies_table.litigation_after_reconsideration.${column}`,
];

/** Rows that make up 不予公开, which has no row of its own. */
const REFUSED = matrixRows
  .filter((row) => row.key.startsWith('refused.'))
  .map((row) => matrix(row.key));

/** Flat key → keys whose sum it is. */
export const counterparts: Readonly<Record<string, readonly string[]>> = {
  requests_received_total: [matrix('received_this_year')],
  requests_completed_total: [matrix('results_total')],
  replies_total: [matrix('results_total')],
  replies_granted: [matrix('granted')],
  replies_partially_granted: [matrix('partially_granted')],
  replies_refused: REFUSED,
  'requests_matrix.carried_over_in.total': [matrix('carried_over_in')],
  'requests_matrix.carried_over_out.total': [matrix('carried_over_out')],
  reconsideration_total: reconsideration('total'),
  reconsideration_upheld: reconsideration('upheld'),
  reconsideration_corrected: reconsideration('corrected'),
  reconsideration_other: reconsideration('other'),
  reconsideration_pending: reconsideration('pending'),
  litigation_total: litigation('total'),
  litigation_upheld_or_dismissed: litigation('upheld'),
  litigation_corrected: litigation('corrected'),
  litigation_other: litigation('other'),
  litigation_pending: litigation('pending'),
};

/** Other sums of cells that a sentence may mean by a flat key: 收到12件（含上年结转1件）. */
export const otherSums: Readonly<Record<string, readonly (readonly string[])[]>> = {
  requests_received_total: [[matrix('received_this_year'), matrix('carried_over_in')]],
  replies_granted: [[matrix('granted'), matrix('partially_granted')]],
  reconsideration_total: [
    ['upheld', 'corrected', 'other'].map((column) => `remedies_table.reconsideration.${column}`),
  ],
};
