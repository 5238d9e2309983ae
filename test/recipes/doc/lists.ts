/** Lists of legacy Word files ([MS-DOC] §2.9.126 to 131). */

export interface DocLevel {
  /** Code of the number format, e.g. 39 for 一二三. */
  readonly format: number;
  /** `%1` to `%9` stand for numbers. */
  readonly pattern: string;
  readonly suffix?: 'tab' | 'nothing';
}

const levelCount = 9;
const placeholder = /%([1-9])/g;

function level({ format, pattern, suffix = 'tab' }: DocLevel): Buffer {
  const head = Buffer.alloc(28);
  head.writeInt32LE(1, 0);
  head.writeUInt8(format, 4);
  let removed = 0;
  for (const [at, match] of [...pattern.matchAll(placeholder)].entries()) {
    head.writeUInt8(match.index - removed + 1, 6 + at);
    removed += 1;
  }
  head.writeUInt8(suffix === 'tab' ? 0 : 2, 15);
  const text = pattern.replace(placeholder, (_, place) => String.fromCharCode(Number(place) - 1));
  const length = Buffer.alloc(2);
  length.writeUInt16LE(text.length, 0);
  return Buffer.concat([head, length, Buffer.from(text, 'utf16le')]);
}

const none: DocLevel = { format: 255, pattern: '' };

/** Definitions (their levels follow outside of the counted length), and the uses of each. */
export function listTables(lists: readonly (readonly DocLevel[])[]) {
  const definitions = Buffer.alloc(2 + lists.length * 28);
  definitions.writeUInt16LE(lists.length, 0);
  const uses = Buffer.alloc(4 + lists.length * 16);
  uses.writeUInt32LE(lists.length, 0);
  for (const at of lists.keys()) {
    definitions.writeInt32LE(at + 1, 2 + at * 28);
    uses.writeInt32LE(at + 1, 4 + at * 16);
  }
  const levels = lists.flatMap((own) =>
    Array.from({ length: levelCount }, (_, at) => level(own[at] ?? none)),
  );
  // Of each use the position of changes, of which there are none.
  const positions = Buffer.alloc(lists.length * 4, 0xff);
  return {
    definitions,
    levels: Buffer.concat(levels),
    uses: Buffer.concat([uses, positions]),
  };
}
