/** The entries of a ZIP package whose headers lie in its first bytes (PKWARE APPNOTE 4.3.7). */

const signature = 0x04034b50;
const signatureBytes = Buffer.from('504b0304', 'hex');

export interface LocalEntry {
  readonly name: string;
  /** What of its content lies in the head. */
  readonly data: Uint8Array;
  readonly deflated: boolean;
}

/**
 * One after the other. Of a streamed entry, which does not tell its size, the next is looked for; not
 * where the entry is stored as it is, for then a package in it would be taken for this one.
 */
export function localEntries(bytes: Uint8Array): LocalEntry[] {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: LocalEntry[] = [];
  for (let at = 0; at >= 0 && at + 30 <= head.length && head.readUInt32LE(at) === signature; ) {
    const start = at + 30 + head.readUInt16LE(at + 26) + head.readUInt16LE(at + 28);
    const name = head.toString('utf8', at + 30, at + 30 + head.readUInt16LE(at + 26));
    const size = head.readUInt32LE(at + 18);
    const data = head.subarray(start, size > 0 ? start + size : undefined);
    const deflated = head.readUInt16LE(at + 8) === 8;
    entries.push({ name, data, deflated });
    const streamed = (head.readUInt16LE(at + 6) & 8) !== 0 && size === 0;
    at = streamed ? nextAfter(start, head, deflated) : start + size;
  }
  return entries;
}

const nextAfter = (start: number, head: Buffer, deflated: boolean): number =>
  deflated ? head.indexOf(signatureBytes, start) : -1;
