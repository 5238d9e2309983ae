/**
 * Names of files as text. A Linux file system keeps bytes: archives of the 2000s, unpacked by tools
 * that knew nothing of UTF-8, hold names in GBK.
 */

/** An entry of a folder under the name by which it is shown and kept. */
export interface Named<Entry> {
  readonly name: string;
  readonly entry: Entry;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/**
 * Names the entries of one folder, each differently. What is neither UTF-8 nor GB 18030, or would be
 * called like another entry, is named by its bytes (`%CD%A8.html`).
 *
 * @param bytesOf Name as the file system has it.
 */
export function named<Entry>(
  entries: readonly Entry[],
  bytesOf: (entry: Entry) => Buffer,
): readonly Named<Entry>[] {
  const read = entries.map((entry) => {
    const bytes = bytesOf(entry);
    return { entry, bytes, plain: isOldByChance(bytes) ? undefined : decoded(utf8, bytes) };
  });
  const taken = new Set(read.map(({ plain }) => plain));
  return read.map(({ entry, bytes, plain }) => {
    if (plain !== undefined) return { name: plain, entry };
    const old = decoded(gb18030, bytes);
    const name = old === undefined || taken.has(old) ? escaped(bytes) : old;
    taken.add(name);
    return { name, entry };
  });
}

/** Of bytes as Latin-1: pairs that are both a character of GB 2312 and one of UTF-8. */
const pairs = /^(?:[^\x80-\xff]|[\xc2-\xdf][\xa1-\xbf])+$/;
/** Pairs that would be phonetic signs, lone accents, Armenian, Hebrew, Arabic and the like. */
const unlikely = /[\xca-\xcd\xd4-\xdf][\xa1-\xbf]/;

/** Some short names in GBK, 通知 among them, are UTF-8 too, of scripts that no Chinese office writes. */
function isOldByChance(bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return pairs.test(text) && unlikely.test(text);
}

function decoded(decoder: typeof utf8, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const printable = /[ -$&-~]/;

const escaped = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    const hex = byte.toString(16).toUpperCase().padStart(2, '0');
    return printable.test(character) ? character : `%${hex}`;
  }).join('');
