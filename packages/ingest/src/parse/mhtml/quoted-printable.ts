/** Quoted-printable (RFC 2045 §6.7): `=D6=D0`, and `=` at the end of a line that goes on. */

const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const tab = 0x09;

function digit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Bytes after an `=` that make a line go on; 0 when they do not. Blanks before the end are of the transport. */
function softBreak(bytes: Buffer, at: number): number {
  let end = at;
  while (bytes[end] === blank || bytes[end] === tab) end += 1;
  if (end === bytes.length) return end - at;
  if (bytes[end] === lineFeed) return end - at + 1;
  if (bytes[end] !== carriageReturn) return 0;
  return end - at + (bytes[end + 1] === lineFeed ? 2 : 1);
}

/** An `=` that stands for nothing is kept as it is. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  const decoded = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const soft = byte === equals ? softBreak(bytes, at + 1) : 0;
    const [high, low] = [digit(bytes[at + 1] ?? 0), digit(bytes[at + 2] ?? 0)];
    if (soft > 0) at += soft;
    else if (byte === equals && high >= 0 && low >= 0) {
      decoded[length] = high * 16 + low;
      length += 1;
      at += 2;
    } else {
      decoded[length] = byte;
      length += 1;
    }
  }
  return decoded.subarray(0, length);
}
