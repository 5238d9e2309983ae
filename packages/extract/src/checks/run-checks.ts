/** Runs the identities of the form that a report has. */
import type { Era } from '../forms/indicator.ts';
import type { Check } from '../record.ts';
import { identities2014 } from './form-2014.ts';
import { disclosureIdentities2019, matrixIdentities, remedyIdentities } from './form-2019.ts';
import { type Identity, judge } from './identity.ts';
import type { Statistics } from './sides.ts';

/** Identities of tables that the report does not have are not asked. */
const ofTable = (
  statistics: Statistics,
  prefix: string,
  identities: readonly Identity[],
): readonly Identity[] =>
  Object.keys(statistics).some((key) => key.startsWith(prefix)) ? identities : [];

/** The identities of the form, those of tables that the report has; in the order of their ids. */
export function identitiesOf(era: Era | null, statistics: Statistics): readonly Identity[] {
  if (era === '2014_2018') return identities2014;
  if (era === null || era === 'pre_2014') return [];
  return [
    ...ofTable(statistics, 'requests_matrix.', matrixIdentities(era)),
    ...ofTable(statistics, 'remedies_table.', remedyIdentities),
    ...(era === '2019_2020'
      ? ofTable(statistics, 'disclosure_table.', disclosureIdentities2019)
      : []),
  ];
}

/** Verdicts in the order of the identities' ids. */
export const runChecks = (era: Era | null, statistics: Statistics): readonly Check[] =>
  identitiesOf(era, statistics).map((identity) => judge(identity, statistics));
