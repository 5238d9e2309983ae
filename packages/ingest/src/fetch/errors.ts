/** Every way in which an address fails to give a file, each with what the user can do about it. */
import { IngestError, type Remedy } from '../errors.ts';

/** Not an address that this program fetches. */
export class BadAddressError extends IngestError {
  readonly code = 'fetch/bad-address';
  readonly remedy = 'give-up';
  constructor(address: string, why: string) {
    super(`${shown(address)} cannot be fetched (${why}): give an http or https address.`);
  }
}

/** The address, or what its name resolves to, is not on the public internet. */
export class RefusedAddressError extends IngestError {
  readonly code = 'fetch/refused-address';
  readonly remedy = 'give-up';
  constructor(host: string, address: string) {
    const where = host === address ? host : `${host} (${address})`;
    super(
      `${where} is a private or local address and is not fetched: if it is meant, allow it with --allow-address ${address.includes(':') ? `${address}/128` : `${address}/32`}.`,
    );
  }
}

/** Nothing is there: 404, 410, or a page that says so with status 200. */
export class NotFoundError extends IngestError {
  readonly code = 'fetch/not-found';
  readonly remedy = 'give-up';
  constructor(address: string, how: string) {
    super(`There is nothing at ${shown(address)} (${how}): check the address on the site.`);
  }
}

/** An answer of the server that says neither yes nor come back. */
export class RefusedByServerError extends IngestError {
  readonly code = 'fetch/status';
  readonly remedy = 'give-up';
  constructor(address: string, status: number) {
    super(`The server answered ${status} for ${shown(address)}: open it in a browser to see why.`);
  }
}

/** The server broke: a 5xx other than the ones that ask to come back later. */
export class ServerError extends IngestError {
  readonly code = 'fetch/server-error';
  readonly remedy = 'retry';
  constructor(address: string, status: number) {
    super(`The server of ${shown(address)} failed (${status}): try again later.`);
  }
}

/** The host asks to be left alone for a while: 429 or 503. */
export class HostBusyError extends IngestError {
  readonly code = 'fetch/host-busy';
  readonly remedy = 'wait';
  /** Milliseconds, as the host asked (at most a day); null where it did not say. */
  readonly waitMs: number | null;
  /** False where it was not asked, for an earlier answer still holds. */
  readonly asked: boolean;
  /** @param status Null where it was not asked. */
  constructor(address: string, status: number | null, waitMs: number | null) {
    const asked = waitMs === null ? '' : `, and asks for ${Math.ceil(waitMs / 1000)} s of peace`;
    const how = status === null ? 'was busy' : `is busy (${status})`;
    super(`The server of ${shown(address)} ${how}${asked}: run the command again later.`);
    this.waitMs = waitMs;
    this.asked = status !== null;
  }
}

/** The site may only be asked at other hours. */
export class OutsideHoursError extends IngestError {
  readonly code = 'fetch/outside-hours';
  readonly remedy = 'wait';
  /** Milliseconds until it may be asked. */
  readonly waitMs: number;
  constructor(address: string, waitMs: number) {
    const minutes = Math.ceil(waitMs / 60_000);
    super(
      `${shown(address)} is not asked outside of its hours: run the command again in ${minutes} minutes.`,
    );
    this.waitMs = waitMs;
  }
}

/** No connection, or it broke. */
export class UnreachableError extends IngestError {
  readonly code = 'fetch/unreachable';
  readonly remedy = 'retry';
  constructor(address: string, why: string, cause: unknown) {
    super(
      `${shown(address)} cannot be reached (${why}): check the address and this machine's network, then try again.`,
      { cause },
    );
  }
}

/** The server's certificate is not valid; nothing is fetched past it. */
export class CertificateError extends IngestError {
  readonly code = 'fetch/certificate';
  readonly remedy = 'give-up';
  constructor(address: string, why: string, cause: unknown) {
    super(
      `The certificate of ${shown(address)} is not valid (${why}): check in a browser whether the site moved, or use its http address.`,
      { cause },
    );
  }
}

/** A clock ran out: no answer, an answer that drips, or one without end. */
export class FetchTimeoutError extends IngestError {
  readonly code = 'fetch/timeout';
  readonly remedy = 'retry';
  constructor(address: string, what: string) {
    super(`${shown(address)} was given up (${what}): try again later.`);
  }
}

/** More bytes than any document has, on the wire or after decompression. */
export class FileTooLargeError extends IngestError {
  readonly code = 'fetch/too-large';
  readonly remedy = 'give-up';
  constructor(address: string, limit: number) {
    super(
      `${shown(address)} is larger than ${Math.round(limit / 1e6)} MB: download it by hand and split it.`,
    );
  }
}

/** A chain of redirects that does not end. */
export class TooManyRedirectsError extends IngestError {
  readonly code = 'fetch/too-many-redirects';
  readonly remedy = 'give-up';
  constructor(address: string, hops: number) {
    super(`${shown(address)} redirects in a circle or more than ${hops} times: check the address.`);
  }
}

/** The body ended before its declared length, or its compression did. */
export class IncompleteError extends IngestError {
  readonly code = 'fetch/incomplete';
  readonly remedy = 'retry';
  constructor(address: string, why: string) {
    super(`The file at ${shown(address)} did not arrive whole (${why}): try again.`);
  }
}

/** The answer is not HTTP as it should be, or is compressed in a way that cannot be undone. */
export class BadAnswerError extends IngestError {
  readonly code = 'fetch/bad-answer';
  readonly remedy = 'give-up';
  constructor(address: string, why: string, cause?: unknown) {
    super(`The server's answer for ${shown(address)} is broken (${why}): download it by hand.`, {
      cause,
    });
  }
}

/** The site's robots.txt does not allow this address, or could not be had. */
export class RobotsError extends IngestError {
  readonly code = 'fetch/robots';
  readonly remedy: Remedy = 'give-up';
  constructor(address: string, why: string) {
    super(
      `${shown(address)} is not fetched (${why}): ask the site for permission, or leave it out.`,
    );
  }
}

/** The site declines to be read by a program: it is not evaded. */
export class BlockedError extends IngestError {
  readonly code = 'fetch/blocked';
  readonly remedy = 'give-up';
  constructor(address: string, why: string) {
    super(
      `The site declines to give ${shown(address)} to a program (${why}): save the page in a browser and ingest the file.`,
    );
  }
}

const longest = 300;

/** An address for a message: without password, and not longer than a screen can show. */
function shown(address: string): string {
  const url = URL.parse(address);
  if (url) {
    url.username = '';
    url.password = '';
  }
  const text = url?.href ?? JSON.stringify(address);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
