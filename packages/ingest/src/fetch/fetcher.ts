/** Fetches addresses: redirects by hand, each hop checked, nothing private, nothing without end. */
import { Agent } from 'undici';
import { AddressPolicy } from './addresses.ts';
import type { Answer } from './answer.ts';
import { TooManyRedirectsError } from './errors.ts';
import { type Exchange, exchange, isRedirect } from './exchange.ts';
import { type ConnectorOptions, checkAddress, guardedConnector, hostOf } from './guard.ts';
import { type FetchLimits, fetchLimits } from './limits.ts';
import { defaultUserAgent } from './user-agent.ts';

export interface FetcherOptions {
  /** CIDR ranges that may be connected to although they are private; default none. */
  readonly allowAddresses?: readonly string[];
  /**
   * Hosts whose certificate is not checked, with the reason, which is in every answer of theirs.
   * Default: none.
   */
  readonly tlsExceptions?: ReadonlyMap<string, string>;
  /** Says who asks and where to complain; see {@link userAgent}. */
  readonly userAgent?: string;
  readonly limits?: Partial<FetchLimits>;
  /** Asks DNS; default the system's resolver. Whatever it says, private addresses are refused. */
  readonly resolve?: ConnectorOptions['resolve'];
  /** The clock of `fetchedAt`; default the system's. */
  readonly now?: () => Date;
}

/** Runs a request when its host may be asked; called once per hop. */
export type Turn = <T>(url: URL, send: () => Promise<T>) => Promise<T>;

export interface GetOptions {
  /** Page that names the address. */
  readonly referer?: string | undefined;
  /** Ask only for what has changed since an answer with these. */
  readonly etag?: string | null | undefined;
  readonly lastModified?: string | null | undefined;
  /** Default: at once. */
  readonly turn?: Turn | undefined;
  readonly signal?: AbortSignal | undefined;
}

const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

export class Fetcher implements AsyncDisposable {
  readonly #policy: AddressPolicy;
  readonly #limits: FetchLimits;
  readonly #agent: Agent;
  readonly #userAgent: string;
  readonly #now: () => Date;
  readonly #tlsExceptions: ReadonlyMap<string, string>;

  constructor(options: FetcherOptions = {}) {
    this.#policy = new AddressPolicy(options.allowAddresses);
    this.#limits = { ...fetchLimits, ...options.limits };
    this.#userAgent = options.userAgent ?? defaultUserAgent;
    this.#now = options.now ?? (() => new Date());
    this.#tlsExceptions = options.tlsExceptions ?? new Map();
    this.#agent = new Agent({
      connect: guardedConnector(this.#policy, {
        timeout: this.#limits.connect,
        resolve: options.resolve,
        unverified: (host) => this.#tlsExceptions.has(host),
      }),
      connections: 4,
      pipelining: 1,
      // Kept short: a host is asked every few seconds, and its server closes idle connections.
      keepAliveTimeout: 4000,
    });
  }

  /**
   * GETs an address and follows its redirects, whatever status answers.
   *
   * @throws {IngestError} `fetch/…` when no whole answer comes.
   */
  async get(address: string, options: GetOptions = {}): Promise<Answer> {
    let url = checkAddress(address, this.#policy);
    const requested = url.href;
    const hops: string[] = [];
    for (;;) {
      const found = await this.#hop(url, options);
      const target = isRedirect(found.status) ? found.headers['location'] : undefined;
      if (target === undefined) return this.#answer(requested, url, hops, found);
      hops.push(url.href);
      const next = checkAddress(targetOf(target, url), this.#policy);
      if (hops.length > this.#limits.redirects || hops.includes(next.href)) {
        throw new TooManyRedirectsError(requested, this.#limits.redirects);
      }
      url = next;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#agent.destroy();
  }

  #hop(url: URL, options: GetOptions): Promise<Exchange> {
    const send = (): Promise<Exchange> =>
      exchange(url, {
        dispatcher: this.#agent,
        limits: this.#limits,
        headers: this.#headers(options),
        signal: options.signal,
      });
    return options.turn ? options.turn(url, send) : send();
  }

  #headers({ referer, etag, lastModified }: GetOptions): Record<string, string> {
    return {
      'user-agent': this.#userAgent,
      accept,
      'accept-language': 'zh-CN,zh;q=0.9',
      ...(referer ? { referer } : {}),
      ...(etag ? { 'if-none-match': etag } : {}),
      ...(lastModified ? { 'if-modified-since': lastModified } : {}),
    };
  }

  #answer(requested: string, url: URL, hops: readonly string[], found: Exchange): Answer {
    const fetchedAt = this.#now().toISOString();
    const excepted = url.protocol === 'https:' ? this.#tlsExceptions.get(hostOf(url)) : undefined;
    return {
      requested,
      url: url.href,
      redirects: hops.slice(1),
      ...found,
      fetchedAt,
      ...(excepted === undefined ? {} : { unverified: excepted }),
    };
  }
}

const nonAscii = /[\x80-\xff]/;

/** Servers write Chinese into `Location` as bare UTF-8 (or GBK) bytes, which arrive as Latin-1. */
function targetOf(location: string, base: URL): string {
  const bytes = Buffer.from(location, 'latin1');
  const text = nonAscii.test(location) ? bytes.toString('utf8') : location;
  return URL.parse(text, base.href)?.href ?? text;
}
