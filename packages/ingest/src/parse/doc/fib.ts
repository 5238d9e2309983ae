/** The file information block ([MS-DOC] §2.5): where everything is. */
import { UnreadableError } from '../../errors.ts';
import { u16, u32 } from './bytes.ts';
import type { Directory } from './ole.ts';

/** Index of a structure in FibRgFcLcb97 (§2.5.6). */
const structures = {
  styleSheet: 1,
  commentMarks: 4,
  headers: 11,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  clx: 33,
  shapes: 40,
  drawings: 50,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

export type Structure = keyof typeof structures;

/** Texts of the file, in the order in which they follow each other (§2.3). */
const stories = ['main', 'notes', 'headers', 'macros', 'comments', 'endnotes', 'boxes'] as const;

export type Story = (typeof stories)[number];

export interface Fib {
  /** The stream of the text. */
  readonly main: Buffer;
  /** The stream of the structures. */
  readonly table: Buffer;
  /** The stream of pictures and large properties. */
  readonly data: Buffer;
  /** First and last (exclusive) character of a text. */
  story(name: Story): readonly [number, number];
  /** Bytes of a structure; none when the file has none. */
  structure(name: Structure): Buffer;
  /** Where a structure begins in `table`. */
  offset(name: Structure): number;
}

const magicOf97 = 0xa5ec;
const firstOf97 = 0x00c1;
const blob = 0x9a;
const lengths = 76;
const secondTable = 0x0200;

/** @throws {UnreadableError} when there is no text of Word 97 or later. */
export function fibOf(file: Directory): Fib {
  const main = file.stream('WordDocument') ?? Buffer.alloc(0);
  const old = u16(main, 0) !== magicOf97 || (u16(main, 2) !== 0 && u16(main, 2) < firstOf97);
  if (main.length < blob || old) {
    const why = main.length < blob ? 'it is cut off' : 'Word 6, Word 95 or older wrote it';
    throw new UnreadableError('DOC', `${why}; Word and WPS can save it as .docx`);
  }
  const wanted = (u16(main, 10) & secondTable) !== 0 ? '1Table' : '0Table';
  const table = file.stream(wanted);
  if (!table) throw new UnreadableError('DOC', `its part ${wanted} is missing`);
  const offset = (name: Structure): number => u32(main, blob + structures[name] * 8);
  return {
    main,
    table,
    data: file.stream('Data') ?? Buffer.alloc(0),
    story(name) {
      const at = stories.indexOf(name);
      const starts = stories.slice(0, at).map((_, each) => u32(main, lengths + each * 4));
      const start = starts.reduce((sum, length) => sum + length, 0);
      return [start, start + u32(main, lengths + at * 4)];
    },
    structure(name) {
      const from = offset(name);
      return table.subarray(from, from + u32(main, blob + structures[name] * 8 + 4));
    },
    offset,
  };
}
