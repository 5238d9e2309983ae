/** 均全部办结, 全部按时办结: what was received was completed. */

import type { Claim } from './claim.ts';
import { masked } from './mask.ts';

const ALL_COMPLETED =
  /(?:均|全部|都)(?:已|已经)?(?:全部)?(?<intime>按时|按期|如期|在[^，。；]{0,16}(?:期限|时间|时限|规定)[^，。；]{0,4})?(?:按[^，。；]{1,6})?(?:予以|依法|进行了?)?(?:办结|办理完毕|办毕)(?!率)/gu;
const ALL_REPLIED =
  /(?:均|全部|都|并)(?:已|已经)?(?:全部)?(?:按时|按期|如期|在[^，。；]{0,16}(?:期限|时间|时限|规定)[^，。；]{0,4})?(?:予以|依法|进行了?|作出了?|给予了?)*(?:答复|回复)(?!率)/gu;

/** 除2件撤回外，其余…: not all that was received. */
const REST = /其余|剩余|余下|除|尚有|另有|正在/u;

const CONFIDENCE = 0.75;

const derived = (key: string, of: Claim, start: number, end: number): Claim => ({
  ...of,
  key,
  status: 'derived',
  confidence: CONFIDENCE,
  start,
  end,
});

/** Claims that follow from the number received before; never beside a number of their own. */
export function completedBy(text: string, claims: readonly Claim[]): readonly Claim[] {
  const received = claims.findLast(
    (claim) => claim.key === 'requests_received_total' && claim.value !== null,
  );
  const carried = claims.some(
    ({ key, value }) => key === 'requests_matrix.carried_over_in.total' && value !== 0,
  );
  // What was completed then is more than what was received.
  if (!received || (carried && claims.some(({ key }) => key === 'requests_completed_total'))) {
    return [];
  }
  const rest = masked(text);
  const found: Claim[] = [];
  for (const match of rest.matchAll(ALL_COMPLETED)) {
    if (match.index < received.end || REST.test(rest.slice(received.end, match.index))) continue;
    const end = match.index + match[0].length;
    found.push(derived('requests_completed_total', received, match.index, end));
    if (match.groups?.['intime'] === undefined) continue;
    found.push(derived('requests_completed_on_time', received, match.index, end));
  }
  for (const match of rest.matchAll(ALL_REPLIED)) {
    if (match.index < received.end || REST.test(rest.slice(received.end, match.index))) continue;
    found.push(derived('replies_total', received, match.index, match.index + match[0].length));
  }
  return found.filter((claim) => !claims.some((known) => known.key === claim.key));
}
