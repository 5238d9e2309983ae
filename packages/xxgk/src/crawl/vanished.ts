/**
 * What vanishes from a site: at the end of a round, what no list names any more is asked for once, and
 * what has given nothing for some rounds gets a tombstone. What comes back is said to be back.
 *
 * Only an answer counts ("not found", a page that says so, a way to the home page): a site that gives
 * no answer, or declines, makes nothing vanish. Where most of a site is gone at once it is more likely
 * that the site was rebuilt or is broken: nothing is set apart then, and someone has to look.
 */
import type { Archive, Frontier, Round, Tombstone, UrlState } from '@xxgk/store';
import type { RoundTally } from './report.ts';
import type { Visitor } from './visitor.ts';
import { defaultVanishedAfter, type VanishedAfter } from './watch-config.ts';

export interface VanishedParts {
  readonly site: string;
  readonly round: Round;
  readonly archive: Archive;
  readonly frontier: Frontier;
  readonly visitor: Pick<Visitor, 'visit'>;
  readonly tally: RoundTally;
  readonly after?: VanishedAfter | undefined;
}

/** Addresses that no list names, asked for in one round: the longest unvisited first. */
const recheckBudget = 1000;
/** Addresses in a row at which nothing was learnt. */
const mostSilent = 5;
/** Read from the frontier at once. */
const batch = 100;
/** A site of fewer documents may well take most of them off. */
const fewDocuments = 10;
const mostOfIt = 0.5;

/** No round. */
const none = 0;

const millisecondsPerHour = 3_600_000;

/** How rounds that find nothing are counted, as the visitor wants it. */
export const missingIn = (round: number, { hours }: VanishedAfter = defaultVanishedAfter) => ({
  round,
  apart: hours * millisecondsPerHour,
});

/** @throws what the visitor throws: the store fails, or the run is stopped. */
export async function visitUnlisted(parts: VanishedParts): Promise<void> {
  const { frontier, site, round } = parts;
  let silent = 0;
  for (let asked = 0; asked < recheckBudget; asked += batch) {
    const unlisted = frontier.unvisited(site, round.startedAt, batch);
    for (const state of unlisted) {
      silent = (await visitAgain(state, parts)) ? 0 : silent + 1;
      if (silent === mostSilent) return;
    }
    if (unlisted.length < batch) return;
  }
}

/** Whether it was told what is there. */
async function visitAgain(
  { address, discoveredFrom }: UrlState,
  { visitor, tally }: VanishedParts,
): Promise<boolean> {
  const visited = await visitor.visit({ address, role: 'document', from: discoveredFrom });
  // What is gone is told as missing; that it was asked for is nobody's mistake.
  if (visited.failure?.code === 'fetch/not-found') return true;
  tally.unlisted += 1;
  tally.end(visited.end);
  if (visited.failure) tally.fail(address, visited.failure);
  return visited.failure === null;
}

/**
 * To be called at the end of a round that was not broken off.
 *
 * @throws {StoreError} when the store fails.
 */
export async function settleVanished(parts: VanishedParts): Promise<void> {
  const { frontier, site, tally, after = defaultVanishedAfter } = parts;
  for (const state of frontier.revived(site)) {
    await revive(state, parts);
    tally.revived += 1;
  }
  const { known, missing, vanished } = frontier.counts(site);
  tally.missing = missing - vanished;
  const standing = known - vanished;
  tally.swept = standing >= fewDocuments && tally.missing > standing * mostOfIt;
  if (tally.swept) {
    tally.warn(
      `${tally.missing} of ${standing} documents are gone at once: was the site rebuilt? Nothing is taken as vanished`,
    );
    return;
  }
  for (const state of frontier.missing(site, after.rounds)) {
    await bury(state, parts);
    tally.vanished.push(state.address);
  }
}

async function bury(state: UrlState, { archive, frontier, site }: VanishedParts): Promise<void> {
  const now = Date.now();
  const { missingSince, misses, answer } = state;
  const first_missing_at = missingSince === null ? null : instant(missingSince);
  const told = { event: 'vanished', first_missing_at, rounds: misses, answer } as const;
  await archive.putTombstone({ ...told, ...about(state, site, now) });
  frontier.setVanished(state.address, now);
}

async function revive(state: UrlState, { archive, frontier, site }: VanishedParts): Promise<void> {
  const told = { event: 'revived', first_missing_at: null, rounds: 0, answer: null } as const;
  await archive.putTombstone({ ...told, ...about(state, site, Date.now()) });
  frontier.setVanished(state.address, null);
}

const about = ({ address, sha256, lastHadAt }: UrlState, site: string, now: number) => ({
  source_id: address,
  site,
  at: instant(now),
  sha256: sha256 ?? '',
  last_seen_at: lastHadAt === null ? null : instant(lastHadAt),
});

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/**
 * Tells a frontier that was lost, or is another machine's, what has vanished: so that what comes back
 * is seen to come back.
 *
 * @throws {StoreError} when the store fails.
 */
export async function recallVanished(
  site: string,
  { archive, frontier }: Pick<VanishedParts, 'archive' | 'frontier'>,
): Promise<void> {
  if (frontier.lastRound(site)) return;
  const standing = new Map<string, Tombstone>();
  for await (const tombstone of archive.tombstones()) {
    if (tombstone.site !== site) continue;
    if (tombstone.event === 'vanished') standing.set(tombstone.source_id, tombstone);
    else standing.delete(tombstone.source_id);
  }
  const missing = missingIn(none);
  for (const [address, { at, sha256, answer }] of standing) {
    frontier.see({ site, address, from: null, role: 'document' });
    const gone = { status: null, outcome: 'fetch/not-found', missing, answer: answer ?? '' };
    frontier.check(address, { ...gone, sha256 });
    frontier.setVanished(address, Date.parse(at));
  }
}
