/**
 * Which internet addresses may be connected to: public ones, and those that the user allows.
 *
 * Ranges after the IANA special-purpose registries (RFC 6890 and its successors). An IPv6 address
 * that carries an IPv4 address (mapped, NAT64) is judged by what it carries; 6to4 and Teredo, which
 * do so too and are out of use, are refused as a whole.
 */
import { BlockList, isIP } from 'node:net';

/** IPv4 ranges that are not public. */
const private4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Carrier-grade NAT; cloud metadata services live here too (100.100.100.200).
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, with the metadata services of most clouds.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Ranges within 2000::/3, the unicast addresses of the internet, that are not public. */
const private6: readonly (readonly [string, number])[] = [
  // Teredo, benchmarking, ORCHID …
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4.
  ['2002::', 16],
  ['3fff::', 20],
];

/** IPv6 prefixes whose last 32 bits are an IPv4 address that is reached through them. */
const nat64 = '64:ff9b::';
const nat64Bits = 96;

const publicUnicast = new BlockList();
publicUnicast.addSubnet('2000::', 3, 'ipv6');

const nat64Range = new BlockList();
nat64Range.addSubnet(nat64, nat64Bits, 'ipv6');

const mappedRange = new BlockList();
mappedRange.addSubnet('::ffff:0:0', nat64Bits, 'ipv6');

const forbidden = new BlockList();
for (const [network, bits] of private4) {
  // BlockList applies a rule for IPv4 to mapped addresses too.
  forbidden.addSubnet(network, bits, 'ipv4');
  forbidden.addSubnet(`${nat64}${network}`, nat64Bits + bits, 'ipv6');
}
for (const [network, bits] of private6) forbidden.addSubnet(network, bits, 'ipv6');

/** Judges addresses; made once per run from the user's exceptions. */
export class AddressPolicy {
  readonly #allowed = new BlockList();
  /** Whether any exception was made. */
  readonly open: boolean;

  /**
   * @param allowed CIDR ranges that may be connected to although they are not public, e.g.
   *   `127.0.0.0/8`; an address alone means that address.
   * @throws {RangeError} for what is no range.
   */
  constructor(allowed: readonly string[] = []) {
    for (const range of allowed) this.#allow(range);
    this.open = allowed.length > 0;
  }

  /** @param address IPv4 in dotted decimal, or IPv6 without brackets. */
  permits(address: string): boolean {
    const version = isIP(address);
    if (version === 0) return false;
    const family = version === 4 ? 'ipv4' : 'ipv6';
    // A scope (fe80::1%eth0) names an interface of this machine.
    if (address.includes('%')) return false;
    if (this.#allowed.check(address, family)) return true;
    if (forbidden.check(address, family)) return false;
    return (
      version === 4 ||
      [publicUnicast, nat64Range, mappedRange].some((range) => range.check(address, family))
    );
  }

  #allow(range: string): void {
    const [network = '', prefix, ...rest] = range.trim().split('/');
    const version = isIP(network);
    const most = version === 4 ? 32 : 128;
    const bits = prefix === undefined ? most : Number(prefix);
    const sound = version !== 0 && rest.length === 0 && prefix !== '' && Number.isInteger(bits);
    if (!sound || bits < 0 || bits > most) {
      throw new RangeError(`Expected a range of addresses such as 127.0.0.0/8, got ${range}`);
    }
    this.#allowed.addSubnet(network, bits, version === 4 ? 'ipv4' : 'ipv6');
  }
}
