/** Values of ASN.1 in their distinguished encoding (ITU-T X.690), as far as seals need them. */

export interface DerValue {
  readonly tag: number;
  readonly body: Buffer;
}

export const der = { sequence: 0x30, utf8: 0x0c, ia5: 0x16 } as const;

/** Length octets of a value that begins at `at`: the length, and where the body begins. */
function lengthAt(bytes: Buffer, at: number): readonly [length: number, start: number] {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return [first, at + 1];
  const count = first & 0x7f;
  if (count === 0 || count > 4 || at + 1 + count > bytes.length) return [Number.NaN, at];
  return [bytes.readUIntBE(at + 1, count), at + 1 + count];
}

/** The values one after the other; none when they do not fill the bytes exactly. */
export function valuesOf(bytes: Buffer): DerValue[] {
  const values: DerValue[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [length, start] = lengthAt(bytes, at + 1);
    const end = start + length;
    // Also refuses a length that is no number.
    if (!(end <= bytes.length)) return [];
    values.push({ tag: bytes[at] ?? 0, body: bytes.subarray(start, end) });
    at = end;
  }
  return values;
}
