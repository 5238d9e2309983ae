/** CSV and TSV: tables as text with separators, in whatever encoding they were saved. */
import type { Parser } from '../parser.ts';
import { separatorOf } from './csv/separator.ts';

const version = '2';
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
    const { readCsv } = await import('./csv/read-csv.ts');
    return readCsv(file, version);
  },
};

/** Bytes as letters: separators and quotes are no part of a Chinese character in any encoding. */
function letters(head: Uint8Array): string {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const mark = bytes.length > 1 ? bytes.readUInt16LE(0) : 0;
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
  if (mark === 0xfeff) return even.toString('utf16le');
  return mark === 0xfffe
    ? Buffer.from(even).swap16().toString('utf16le')
    : bytes.toString('latin1');
}
