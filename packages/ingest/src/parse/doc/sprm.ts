/** Property modifiers ([MS-DOC] §2.6): a list of (code, operand). */
import { u8, u16 } from './bytes.ts';

export interface Sprm {
  readonly code: number;
  readonly operand: Buffer;
}

/** Bytes of the operand by the three highest bits of the code (`spra`, §2.2.5.1). */
const sizes = [1, 1, 2, 4, 2, 2, -1, 3];
const tableDefinitions = new Set([0xd608, 0xd606]);
const tabChanges = 0xc615;

/** Bytes of an operand that says its own length, and where its content begins. */
function variable(code: number, bytes: Buffer, at: number): [skip: number, length: number] {
  // The length of a table's definition takes two bytes and counts one of them (§2.9.321).
  if (tableDefinitions.has(code)) return [2, Math.max(0, u16(bytes, at) - 1)];
  const length = u8(bytes, at);
  if (code !== tabChanges || length !== 255) return [1, length];
  // More tab stops than a byte can count (§2.9.182).
  const deleted = u8(bytes, at + 1);
  return [1, 2 + deleted * 4 + u8(bytes, at + 2 + deleted * 4) * 3];
}

export function* sprmsOf(bytes: Buffer): Generator<Sprm> {
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = u16(bytes, at);
    at += 2;
    const fixed = sizes[code >> 13] ?? 1;
    const [skip, length] = fixed < 0 ? variable(code, bytes, at) : [0, fixed];
    yield { code, operand: bytes.subarray(at + skip, at + skip + length) };
    at += skip + length;
  }
}
