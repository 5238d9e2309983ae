/** Tells a Word package from other ZIP files by its first bytes. */
import { constants, inflateRawSync } from 'node:zlib';

const signature = 0x04034b50;
const wordPart = 'word/';
const contentTypes = '[Content_Types].xml';
const wordType = 'wordprocessingml';
const wordName = /\.(?:docx|docm|dotx|wps)$/i;
const namesOfOthers = ['xl/', 'ppt/', 'OFD.xml', 'mimetype'];

interface LocalEntry {
  readonly name: string;
  /** What of its content lies in the head. */
  readonly data: Uint8Array;
  readonly deflated: boolean;
}

/** Entries whose headers lie in the head, one after the other. */
function localEntries(head: Buffer): LocalEntry[] {
  const entries: LocalEntry[] = [];
  for (let at = 0; at + 30 <= head.length && head.readUInt32LE(at) === signature; ) {
    const start = at + 30 + head.readUInt16LE(at + 26) + head.readUInt16LE(at + 28);
    const name = head.toString('utf8', at + 30, at + 30 + head.readUInt16LE(at + 26));
    const size = head.readUInt32LE(at + 18);
    const data = head.subarray(start, size > 0 ? start + size : undefined);
    entries.push({ name, data, deflated: head.readUInt16LE(at + 8) === 8 });
    // Without a size (streamed archives) the next header cannot be found.
    if (size === 0) break;
    at = start + size;
  }
  return entries;
}

/** As much of a cut-off deflate stream as can be had. */
function inflateHead({ data, deflated }: LocalEntry): string {
  if (!deflated) return Buffer.from(data).toString('latin1');
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 20 };
    return inflateRawSync(data, options).toString('latin1');
  } catch {
    return '';
  }
}

export function isWordPackage(bytes: Uint8Array, fileName: string | null): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = localEntries(head);
  if (entries.length === 0) return false;
  if (entries.some(({ name }) => name.startsWith(wordPart))) return true;
  if (entries.some(({ name }) => namesOfOthers.some((other) => name.startsWith(other)))) {
    return false;
  }
  const types = entries.find(({ name }) => name === contentTypes);
  if (types && inflateHead(types).includes(wordType)) return true;
  return types !== undefined && fileName !== null && wordName.test(fileName);
}
