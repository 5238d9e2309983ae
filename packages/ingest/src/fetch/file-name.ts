/** The name of a fetched file: as its server gives it (RFC 6266), else from its address. */

const extended = /filename\*\s{0,4}=\s{0,4}([\w-]{1,20})'[^']{0,20}'([^;\s]{1,1000})/i;
const plain = /filename\s{0,4}=\s{0,4}(?:"([^"]{1,500})"|([^;]{1,500}))/i;
const folders = /^.*[\\/]/s;
const escapes = /%([0-9a-f]{2})/gi;
const percent = /%[0-9a-f]{2}/i;

/** Null where neither names a file. */
export function fileNameOf(disposition: string | undefined, address: string): string | null {
  const given = disposition === undefined ? undefined : fromHeader(disposition);
  const name = given ?? unescaped(URL.parse(address)?.pathname ?? '');
  // A path from a server is never a path here.
  return name.replace(folders, '').trim() || null;
}

function fromHeader(disposition: string): string | undefined {
  const [, label = '', encoded] = extended.exec(disposition) ?? [];
  if (encoded !== undefined) return unescaped(encoded, label);
  const [, quoted, bare] = plain.exec(disposition) ?? [];
  const name = quoted ?? bare;
  if (name === undefined) return undefined;
  return percent.test(name) ? unescaped(name) : fromBytes(Buffer.from(name, 'latin1'));
}

function unescaped(text: string, label = 'utf-8'): string {
  if (!percent.test(text)) return text;
  const bytes = Buffer.from(
    text.replaceAll(escapes, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
  return label.toLowerCase().startsWith('gb')
    ? new TextDecoder('gb18030').decode(bytes)
    : fromBytes(bytes);
}

/** Header bytes and escapes are UTF-8, or GBK where they cannot be. */
function fromBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
