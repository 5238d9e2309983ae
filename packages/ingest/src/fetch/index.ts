/** Fetching: an address becomes a file with what its server said about it. */
import type { SourceFile } from '../stage.ts';
import type { Answer } from './answer.ts';
import { Fetcher, type FetcherOptions, type GetOptions } from './fetcher.ts';
import { judge } from './judge.ts';
import { asSourceFile } from './source-file.ts';

export { AddressPolicy } from './addresses.ts';
export type { Answer, BodyLength } from './answer.ts';
export { Circuit } from './circuit.ts';
export * from './errors.ts';
export { Fetcher, type FetcherOptions, type GetOptions, type Turn } from './fetcher.ts';
export { checkAddress, guardedLookup } from './guard.ts';
export { Hours } from './hours.ts';
export { judge } from './judge.ts';
export { type FetchLimits, fetchLimits } from './limits.ts';
export { type HostBook, Pace } from './pace.ts';
export { type Robots, RobotsGate, type RobotsStore } from './robots.ts';
export { asSourceFile } from './source-file.ts';
export { defaultUserAgent, userAgent } from './user-agent.ts';

/** One file that was fetched. */
export interface FetchResult {
  readonly file: SourceFile;
  readonly answer: Answer;
}

/**
 * Fetches one file, as a person would who has its address.
 *
 * @throws {IngestError} `fetch/…`: refused address, not found, unreachable, blocked, too large …
 */
export async function fetchFile(
  url: string,
  options: FetcherOptions & Pick<GetOptions, 'referer' | 'signal'> = {},
): Promise<FetchResult> {
  await using fetcher = new Fetcher(options);
  const answer = await fetcher.get(url, options);
  judge(answer);
  return { file: asSourceFile(answer), answer };
}
