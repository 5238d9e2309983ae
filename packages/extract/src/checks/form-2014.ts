/** Identities of the form of 2014-2018: C1 to C12. */
import { form2014 } from '../forms/form-2014.ts';
import type { Identity } from './identity.ts';

const partsOf = (parent: string): readonly string[] =>
  form2014.filter((row) => row.parent === parent).map((row) => row.key);

const sum = (id: string, total: string): Identity => ({
  id,
  left: [total],
  relation: '=',
  right: partsOf(total),
});

/** Cases that were not yet decided have no row: the total may be greater, never less. */
const sumOfDecided = (id: string, total: string): Identity => ({
  ...sum(id, total),
  soft: 'Cases that were not yet decided have no row.',
  always: '>=',
});

const atMost = (id: string, left: string, right: readonly string[], soft?: string): Identity => ({
  id,
  left: [left],
  relation: '<=',
  right,
  ...(soft ? { soft } : {}),
});

/** In the order of their ids. */
export const identities2014: readonly Identity[] = [
  sum('C1', 'requests_received_total'),
  sum('C2', 'requests_completed_total'),
  sum('C3', 'replies_total'),
  sum('C4', 'replies_refused'),
  {
    id: 'C5',
    left: ['requests_completed_total'],
    relation: '=',
    right: ['replies_total'],
    soft: 'Requests that were withdrawn are completed without a reply.',
  },
  sumOfDecided('C6', 'reconsideration_total'),
  sumOfDecided('C7', 'litigation_total'),
  sum('C8', 'staff_total'),
  atMost('C9', 'proactive_total', partsOf('proactive_channels')),
  atMost(
    'C10.normative_documents_issued',
    'proactive_normative_documents',
    ['normative_documents_issued'],
    'One row counts items (条), the other documents (件).',
  ),
  atMost('C10.proactive_total', 'proactive_normative_documents', ['proactive_total']),
  atMost('C11.press_conferences_total', 'press_conferences_by_principal', [
    'press_conferences_total',
  ]),
  atMost('C11.online_interviews_total', 'online_interviews_by_principal', [
    'online_interviews_total',
  ]),
  atMost(
    'C12',
    'response_events_total',
    [
      'press_conferences_total',
      'online_interviews_total',
      'interpretation_articles',
      'response_weibo_wechat',
      'response_other',
    ],
    'A response may be given in a way that has no row.',
  ),
];
