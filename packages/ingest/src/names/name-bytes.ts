/**
 * Names of files as bytes. File systems and archives of the 2000s, made by tools that knew nothing of
 * UTF-8, hold them in GBK.
 */

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

/** Undefined where the bytes are no UTF-8. */
export const asUtf8 = (bytes: Uint8Array): string | undefined => decoded(utf8, bytes);

/** Undefined where the bytes are no GB 18030. */
export const asGb18030 = (bytes: Uint8Array): string | undefined => decoded(gb18030, bytes);

function decoded(decoder: typeof utf8, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Of bytes as Latin-1: pairs that are both a character of GB 2312 and one of UTF-8. */
const pairs = /^(?:[^\x80-\xff]|[\xc2-\xdf][\xa1-\xbf])+$/;
/** Pairs that would be phonetic signs, lone accents, Armenian, Hebrew, Arabic and the like. */
const unlikely = /[\xca-\xcd\xd4-\xdf][\xa1-\xbf]/;

/** Whether bytes that are UTF-8 may as well be GBK: no character takes three of them. */
export const mayBeOld = (bytes: Buffer): boolean => pairs.test(bytes.toString('latin1'));

/** Some short names in GBK, 通知 among them, are UTF-8 too, of scripts that no Chinese office writes. */
export function isOldByChance(bytes: Buffer): boolean {
  return mayBeOld(bytes) && unlikely.test(bytes.toString('latin1'));
}

const printable = /[ -$&-~]/;

/** A name that is no text in any charset: `%CD%A8.html`. */
export const escaped = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    const character = String.fromCharCode(byte);
    const hex = byte.toString(16).toUpperCase().padStart(2, '0');
    return printable.test(character) ? character : `%${hex}`;
  }).join('');
