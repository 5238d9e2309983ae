/** Little-endian numbers of binary headers. */

/** @param size Bytes: 1, 2, 4 or 8. */
export function little(value: number, size: 1 | 2 | 4 | 8): Buffer {
  const bytes = Buffer.alloc(size);
  if (size === 8) bytes.writeBigUInt64LE(BigInt(value));
  else bytes.writeUIntLE(value, 0, size);
  return bytes;
}

export const hex = (digits: string): Buffer => Buffer.from(digits.replaceAll(' ', ''), 'hex');

/** A file to be put into an archive: a name as text (UTF-8) or in the bytes of another charset. */
export interface Stored {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
}
