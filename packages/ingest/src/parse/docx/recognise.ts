/** Tells a Word package from other ZIP files by its first bytes. */
import { constants, inflateRawSync } from 'node:zlib';
import { type LocalEntry, localEntries } from '../package/local-entries.ts';
import { isPartIn } from '../package/part-names.ts';

const wordPart = 'word/';
const contentTypes = '[Content_Types].xml';
const wordType = 'wordprocessingml';
const wordName = /\.(?:docx|docm|dotx|wps)$/i;
const namesOfOthers = ['xl/', 'ppt/', 'OFD.xml', 'mimetype'];

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
  const entries = localEntries(bytes);
  if (entries.length === 0) return false;
  if (entries.some(({ name }) => isPartIn(wordPart, name))) return true;
  if (entries.some(({ name }) => namesOfOthers.some((other) => name.startsWith(other)))) {
    return false;
  }
  const types = entries.find(({ name }) => name === contentTypes);
  if (types && inflateHead(types).includes(wordType)) return true;
  return types !== undefined && fileName !== null && wordName.test(fileName);
}
