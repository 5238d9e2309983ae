/** Whether bytes are a PDF, and not an archive whose first file is one. */

const mark = Buffer.from('%PDF-');
/** Bytes that may stand before the header (ISO 32000-2 annex I). */
const headerWithin = 1024;

/** How ZIP, RAR, 7z, gzip and TAR begin: the PDF in them may be stored as it is. */
const archive = /^(?:PK\x03\x04|Rar!\x1a|7z\xbc\xaf|\x1f\x8b|[\s\S]{257}ustar)/;

export function isPdf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headerWithin));
  return head.includes(mark) && !archive.test(head.toString('latin1'));
}
