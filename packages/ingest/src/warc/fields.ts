/** Blocks of `Name: value` lines, as WARC and HTTP write them. */

const lineEnd = /\r?\n/;
const folded = /^[ \t]/;

/** Name in lower case and value, in order; bytes as Latin-1. What is no such line is left out. */
export function fieldsOf(block: string): (readonly [name: string, value: string])[] {
  const lines: string[] = [];
  for (const line of block.split(lineEnd)) {
    if (folded.test(line) && lines.length > 0) lines.push(`${lines.pop()} ${line.trim()}`);
    else lines.push(line);
  }
  return lines.flatMap((line) => {
    const colon = line.indexOf(':');
    if (colon < 1) return [];
    return [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()] as const];
  });
}

/** Where a block of lines ends: behind the first empty line; -1 where there is none. */
export function endOfFields(bytes: Buffer): number {
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}
