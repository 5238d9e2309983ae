/**
 * The way back from characters to bytes of GB 18030 (one and two bytes), which the platform lacks:
 * `TextEncoder` writes UTF-8 only. Needed to undo texts that were decoded wrongly.
 */

let table: ReadonlyMap<string, number> | undefined;

/** Every two-byte code by its character, read off the platform's own decoder. */
function codes(): ReadonlyMap<string, number> {
  if (table) return table;
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, number>();
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pair.set([lead, trail]);
      const character = decoder.decode(pair);
      if (!made.has(character)) made.set(character, lead * 256 + trail);
    }
  }
  table = made;
  return made;
}

/** Bytes of a text, or undefined when a character has no code of one or two bytes. */
export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes: number[] = [];
  for (const character of text) {
    const ascii = character.charCodeAt(0);
    if (ascii < 0x80) {
      bytes.push(ascii);
      continue;
    }
    const code = codes().get(character);
    if (code === undefined) return undefined;
    bytes.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}
