/**
 * 当面申请、网络申请、信函申请分别为2件、15件和3件: each number belongs to the name at its own place in the list.
 *
 * Where there are more names than numbers, or fewer, nobody can tell which is whose.
 */
import { masked, tight } from './mask.ts';
import type { Quantity } from './quantity.ts';

/** The label of a quantity by its position; null where the list cannot be told apart. */
export type Distribution = ReadonlyMap<number, string | null>;

const RESPECTIVELY =
  /分别(?:各?[为是有达]|达到|共|：|:|(?<verb>(?:主动)?(?:公开|发布|推送|收到|受理)(?:政府|政务)?(?:信息|申请)?))?(?:了|约)?[\s\u3000]*$/u;
/** What may stand between two numbers of one list. */
const JOINT = /^[\s\u3000]*(?:[、，,]|[和及与]|以及|[、，,][和及与])[\s\u3000]*$/u;
const STOP = /[，,；;：:。（()）！!？?]/gu;
const COUNTED = /(?:的|数量?|件数)+$/u;
const BETWEEN = /、|以及|和|及|与/u;
/** 网站、微博公开信息: the words of the last name that all of them share. */
const SHARED = /(?:主动)?(?:公开|发布|推送|申请|答复|回复)[^、]*$/u;
/** Longer lists and names are none. */
const LONGEST = 160;

/** Positions of the quantities that follow one another as a list, from the first. */
function runFrom(first: number, quantities: readonly Quantity[], open: string): readonly number[] {
  const run = [first];
  for (let next = first + 1; next < quantities.length; next += 1) {
    const before = quantities[next - 1];
    const quantity = quantities[next];
    if (!before || !quantity || !JOINT.test(open.slice(before.end, quantity.start))) break;
    run.push(next);
  }
  return run;
}

/** The piece of the clause that ends at 分别, cut into names, each with the verb that it shares. */
function namesBefore(open: string, end: number, verb: string | undefined): readonly string[] {
  const window = open.slice(Math.max(0, end - LONGEST), end);
  const stop = [...window.matchAll(STOP)].at(-1)?.index ?? -1;
  const names = tight(window.slice(stop + 1))
    .replace(COUNTED, '')
    .split(BETWEEN);
  const shared = verb ?? SHARED.exec(names.at(-1) ?? '')?.[0] ?? '';
  return names.map((name) => (name.endsWith(shared) ? name : name + shared));
}

/** Which label each quantity behind 分别 has. */
export function distributed(text: string, quantities: readonly Quantity[]): Distribution {
  const open = masked(text);
  const labels = new Map<number, string | null>();
  let end = 0;
  for (const [position, { start, end: stop }] of quantities.entries()) {
    const gap = open.slice(end, start);
    end = stop;
    const word = labels.has(position) ? null : RESPECTIVELY.exec(gap);
    if (!word) continue;
    const run = runFrom(position, quantities, open);
    const names = namesBefore(open, start - gap.length + word.index, word.groups?.['verb']);
    if (run.length === 1 && names.length === 1) continue;
    const fits = names.length === run.length && names.every((name) => name !== '');
    for (const [place, index] of run.entries())
      labels.set(index, fits ? (names[place] ?? null) : null);
  }
  return labels;
}
