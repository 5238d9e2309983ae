/** Names of the fonts ([MS-DOC] §2.9.286 SttbfFfn, §2.9.75 FFN). */
import { u8, u16 } from './bytes.ts';

const nameAt = 39;
const zero = '\0';

/** By index. */
export function fontNames(table: Buffer): string[] {
  const count = u16(table, 0);
  const names: string[] = [];
  let at = 4;
  for (let index = 0; index < count && at < table.length; index += 1) {
    const length = u8(table, at);
    const font = table.subarray(at + 1, at + 1 + length);
    const [name = ''] = font.toString('utf16le', nameAt).split(zero);
    names.push(name);
    at += 1 + length;
  }
  return names;
}
