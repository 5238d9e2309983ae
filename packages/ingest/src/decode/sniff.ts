/** Finds the reader of a file by its bytes; names and headers lie too often to be asked first. */
import type { Parser } from '../parse/parser.ts';

/** Bytes that a reader is shown. */
const headLength = 4096;

/** The first reader, in the order of the registry, that recognises the bytes. */
export function sniff(
  bytes: Uint8Array,
  fileName: string | null,
  parsers: readonly Parser[],
): Parser | undefined {
  const head = bytes.subarray(0, headLength);
  return parsers.find((parser) => parser.recognises(head, { fileName }));
}
