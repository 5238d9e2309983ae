/** Where a message begins: marks and empty lines may stand before its first header. */

const before = new Set([0x20, 0x09, 0x0a, 0x0d]);
const byteOrderMark = [0xef, 0xbb, 0xbf];

/** The message from its first header on. */
export function fromFirstHeader(bytes: Uint8Array): Uint8Array {
  let at = byteOrderMark.every((byte, index) => bytes[index] === byte) ? byteOrderMark.length : 0;
  while (before.has(bytes[at] ?? 0)) at += 1;
  return bytes.subarray(at);
}
