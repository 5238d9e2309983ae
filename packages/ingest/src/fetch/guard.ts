/**
 * Keeps requests away from private addresses, wherever a name, a redirect or a DNS answer leads.
 *
 * Checked three times: the spelling in the address before anything is asked of DNS, every answer of
 * DNS in the lookup of the socket itself (so that a second answer cannot differ from the checked
 * one), and the other end of the socket once it is connected.
 */
import { type LookupAddress, lookup as resolve } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressPolicy } from './addresses.ts';
import { BadAddressError, RefusedAddressError } from './errors.ts';

/** Ports of services that are no web sites, beyond those that browsers refuse. */
const badPorts: ReadonlySet<string> = new Set(
  '22 23 25 53 110 111 135 139 143 389 445 465 587 993 995 1433 1521 2049 2375 2376 2379 3306 3389 5432 5672 5984 6379 9200 9300 10250 11211 27017'.split(
    ' ',
  ),
);

/** Names that mean this machine or its network, whatever DNS says. */
const localName = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|localdomain)$/;
const metadataName = /^(instance-data|metadata|metadata\.tencentyun\.com|kubernetes(\..*)?)$/;

const brackets = /^\[|\]$/g;
const finalDot = /\.$/;

/** The host of an address as DNS or a socket takes it: without brackets and final dot. */
export const hostOf = (url: URL): string =>
  url.hostname.replaceAll(brackets, '').replace(finalDot, '').toLowerCase();

/**
 * Checks the spelling of an address; no name is looked up.
 *
 * @throws {BadAddressError | RefusedAddressError}
 */
export function checkAddress(address: string, policy: AddressPolicy): URL {
  const url = URL.parse(address);
  if (!url) throw new BadAddressError(address, 'it is no address');
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new BadAddressError(address, `${url.protocol} is not fetched`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new BadAddressError(address, 'it holds a user name');
  }
  if (badPorts.has(url.port)) throw new BadAddressError(address, `port ${url.port} is no web site`);
  const host = hostOf(url);
  if (isIP(host) !== 0) {
    if (!policy.permits(host)) throw new RefusedAddressError(host, host);
  } else if (!policy.open && (localName.test(host) || metadataName.test(host))) {
    throw new RefusedAddressError(host, '127.0.0.1');
  }
  url.hash = '';
  return url;
}

/** A lookup that fails when any address of the name is not permitted. */
export function guardedLookup(
  policy: AddressPolicy,
  look: typeof resolve = resolve,
): LookupFunction {
  return (hostname, options, callback) => {
    look(hostname, { ...options, all: true }, (error, found) => {
      const [first, ...rest] = Array.isArray(found) ? found : [];
      const fault = error ?? faultOf(hostname, first ? [first, ...rest] : [], policy);
      if (fault || !first) callback(fault, '', 0);
      else if (options.all) callback(null, [first, ...rest]);
      else callback(null, first.address, first.family);
    });
  };
}

function faultOf(
  hostname: string,
  addresses: readonly LookupAddress[],
  policy: AddressPolicy,
): Error | null {
  if (addresses.length === 0) return new Error(`${hostname} has no address`);
  const refused = addresses.find(({ address }) => !policy.permits(address));
  return refused ? new RefusedAddressError(hostname, refused.address) : null;
}

export interface ConnectorOptions {
  /** Milliseconds to a connection. */
  readonly timeout: number;
  /** Asks DNS; default the system's resolver. */
  readonly resolve?: typeof resolve | undefined;
  /** Whether a host's certificate is not checked: by the user's explicit word. */
  readonly unverified?: (host: string) => boolean;
}

/** Connects to permitted addresses only. */
export function guardedConnector(
  policy: AddressPolicy,
  { timeout, resolve: look, unverified = () => false }: ConnectorOptions,
): buildConnector.connector {
  const lookup = guardedLookup(policy, look);
  const verifying = buildConnector({ timeout, lookup });
  const trusting = buildConnector({ timeout, lookup, rejectUnauthorized: false });
  return (options, callback) => {
    const connect = unverified(options.hostname) ? trusting : verifying;
    connect(options, (error, socket) => {
      if (error) return callback(error, null);
      const there = socket.remoteAddress ?? '';
      if (policy.permits(there)) return callback(null, socket);
      socket.destroy();
      callback(new RefusedAddressError(options.hostname, there), null);
    });
  };
}
