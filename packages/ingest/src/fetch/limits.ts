/** What one request may take, so that no server can hold the program up. */

export interface FetchLimits {
  /** Bytes on the wire, and again after decompression. */
  readonly bytes: number;
  /** Milliseconds to a connection. */
  readonly connect: number;
  /** Milliseconds from the request to the end of the headers. */
  readonly headers: number;
  /** Milliseconds of the whole request. */
  readonly total: number;
  /** A body that brings fewer than `slowBytes` in `slowWindow` milliseconds is given up. */
  readonly slowWindow: number;
  readonly slowBytes: number;
  readonly redirects: number;
}

const second = 1000;
const minute = 60 * second;

export const fetchLimits: FetchLimits = {
  bytes: 100_000_000,
  connect: 20 * second,
  headers: 30 * second,
  total: 10 * minute,
  slowWindow: 30 * second,
  slowBytes: 30_000,
  redirects: 10,
};
