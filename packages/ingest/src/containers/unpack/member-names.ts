/** Names of the files in an archive: decoded, made showable, and each different. */
import { asGb18030, asUtf8, escaped, isOldByChance, mayBeOld } from '../../names/name-bytes.ts';
import type { RawName } from '../container.ts';

/**
 * Names in the order of the archive. Where the archive does not tell their charset it is UTF-8 or
 * else GB 18030; one name that cannot be UTF-8 shows what those are that may be both.
 */
export function memberNames(raw: readonly RawName[]): readonly string[] {
  const isOld = raw.some((name) => typeof name !== 'string' && asUtf8(name) === undefined);
  const taken = new Set<string>();
  return raw.map((name, at) => {
    const text = shown(typeof name === 'string' ? name : decoded(name, isOld));
    const unique = uniqueName(text.trim() === '' ? `unnamed-${at + 1}` : text, taken);
    taken.add(unique);
    return unique;
  });
}

function decoded(bytes: Buffer, isOld: boolean): string {
  const doubtful = isOld ? mayBeOld(bytes) : isOldByChance(bytes);
  const text = doubtful ? asGb18030(bytes) : undefined;
  return text ?? asUtf8(bytes) ?? asGb18030(bytes) ?? escaped(bytes);
}

/**
 * Characters that no screen shows, that end a line or turn the direction of writing, and the two
 * that mark off the name of an archive from the names in it.
 */
const unshowable = /[\p{Cc}\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|!(?=\/)/gu;
const separators = /\\/g;
const atStart = /^(?:\.\/)+/;

/** A name as it is kept: data, never a path. Windows separates folders by `\`, the formats by `/`. */
function shown(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(separators, '/')
    .replace(atStart, '')
    .replaceAll(unshowable, (character) =>
      Array.from(
        Buffer.from(character),
        (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
      ).join(''),
    );
}

const extension = /\.[^./]{1,8}$/;

/** `a.doc`, `a (2).doc`: an archive may hold two files of one name. */
function uniqueName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const end = extension.exec(name)?.[0] ?? '';
  const start = name.slice(0, name.length - end.length);
  for (let number = 2; ; number += 1) {
    const other = `${start} (${number})${end}`;
    if (!taken.has(other)) return other;
  }
}
