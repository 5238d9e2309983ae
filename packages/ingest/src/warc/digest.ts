/** Digests of WARC records: `sha1:` in base 32, `sha-256:` in hexadecimal digits, and the like. */
import { createHash } from 'node:crypto';

const algorithms: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
  sha512: 'sha512',
  'sha-512': 'sha512',
};

const hexadecimal = /^[0-9a-f]+$/i;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Whether bytes have a digest; undefined where it cannot be told: there is none, or of an algorithm
 * that is not known here.
 */
export function hasDigest(bytes: Uint8Array, digest: string | undefined): boolean | undefined {
  const colon = digest?.indexOf(':') ?? -1;
  if (digest === undefined || colon < 0) return undefined;
  const algorithm = algorithms[digest.slice(0, colon).trim().toLowerCase()];
  if (algorithm === undefined) return undefined;
  const found = createHash(algorithm).update(bytes).digest();
  const value = digest.slice(colon + 1).trim();
  if (value.length === found.length * 2 && hexadecimal.test(value)) {
    return found.toString('hex') === value.toLowerCase();
  }
  const stated = value.replaceAll('=', '');
  return base32(found) === stated.toUpperCase() || found.toString('base64url') === webSafe(stated);
}

const webSafe = (value: string): string => value.replaceAll('+', '-').replaceAll('/', '_');

/** RFC 4648 §6, without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += letters[(held >>> (bits - 5)) & 31];
    held &= 31;
  }
  return bits > 0 ? text + letters[(held << (5 - bits)) & 31] : text;
}
