/** What came back for one address, before it is judged. */

/** How the end of a body was known; `close-delimited` may have been cut off. */
export type BodyLength = 'declared' | 'chunked' | 'close-delimited';

export interface Answer {
  /** Address that was asked for. */
  readonly requested: string;
  /** Address that answered. */
  readonly url: string;
  /** Addresses on the way from `requested` to `url`, both left out. */
  readonly redirects: readonly string[];
  readonly status: number;
  /** Lower-case names; a repeated header's values are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** As the server keeps it: compression of the transfer is undone. Empty for 304. */
  readonly bytes: Uint8Array;
  readonly length: BodyLength;
  /** RFC 3339, UTC: when the answer was complete. */
  readonly fetchedAt: string;
  /** Why its certificate was not checked; absent where it was, and for http. */
  readonly unverified?: string;
}
