/** Quoted-printable (RFC 2045 §6.7): `=D6=D0`, and `=` at the end of a line that goes on. */

const equals = 0x3d;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

function digit(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

/** Bytes after an `=` that make a line go on; 0 when they do not. */
function softBreak(bytes: Buffer, at: number): number {
  if (bytes[at] === lineFeed) return 1;
  return bytes[at] === carriageReturn && bytes[at + 1] === lineFeed ? 2 : 0;
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
