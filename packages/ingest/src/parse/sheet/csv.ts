/** CSV and TSV: tables as text with separators, in whatever encoding they were saved. */
import type { Parser } from '../parser.ts';
import { separatorOf } from './separator.ts';

const version = '1';
const named = /\.(?:csv|tsv|tab)$/i;

export const csvParser: Parser = {
  name: 'csv',
  version,
  mediaType: 'text/csv',
  textual: true,
  // Any text may hold commas: only a file that is called so is one.
  recognises: (head, { fileName }) =>
    named.test(fileName ?? '') && separatorOf(letters(head)) !== undefined,
  parse: async (file) => {
    const { readCsv } = await import('./read-csv.ts');
    return readCsv(file, version);
  },
};

/** Bytes as letters: separators and quotes are no part of a Chinese character in any encoding. */
function letters(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const wide = bytes.length > 1 && bytes.readUInt16LE(0) === 0xfeff;
  return wide ? bytes.subarray(2).toString('utf16le') : bytes.toString('latin1');
}
