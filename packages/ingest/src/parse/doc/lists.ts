/** Lists ([MS-DOC] §2.9.129 LSTF, §2.9.131 LVLF, §2.9.126 LFO): how automatic numbers look. */

import { formatName } from '../word/format-names.ts';
import type { Level, List } from '../word/numbering.ts';
import { i32, u8, u16 } from './bytes.ts';
import type { Fib } from './fib.ts';

const listSize = 28;
const levelSize = 28;
const overrideSize = 16;
const mostLevels = 9;

interface ReadLevel {
  readonly level: Level;
  readonly next: number;
}

const suffixes: readonly Level['suffix'][] = ['tab', 'space', 'nothing'];

/** Letters 0 to 8 of the pattern stand for the number of a level, at places that a list names. */
function patternOf(bytes: Buffer, at: number, places: Buffer): string {
  const length = u16(bytes, at);
  const text = bytes.toString('utf16le', at + 2, at + 2 + length * 2);
  const numbered = new Set([...places].filter((place) => place > 0).map((place) => place - 1));
  return Array.from({ length: text.length }, (_, index) => {
    const letter = text.charAt(index);
    return numbered.has(index) ? `%${letter.charCodeAt(0) + 1}` : letter;
  }).join('');
}

function levelAt(bytes: Buffer, at: number): ReadLevel {
  const flags = u8(bytes, at + 5);
  const text = at + levelSize + u8(bytes, at + 24) + u8(bytes, at + 25);
  const level: Level = {
    start: i32(bytes, at),
    format: formatName(u8(bytes, at + 4)),
    pattern: patternOf(bytes, text, bytes.subarray(at + 6, at + 15)),
    restart: (flags & 8) !== 0 ? u8(bytes, at + 26) : undefined,
    digits: (flags & 4) !== 0,
    suffix: suffixes[u8(bytes, at + 15)] ?? 'tab',
  };
  return { level, next: text + 2 + u16(bytes, text) * 2 };
}

function levelsAt(bytes: Buffer, from: number, count: number): [Map<number, Level>, number] {
  const levels = new Map<number, Level>();
  let at = from;
  for (let index = 0; index < count && at < bytes.length; index += 1) {
    const { level, next } = levelAt(bytes, at);
    levels.set(index, level);
    at = next;
  }
  return [levels, at];
}

/** Definitions by id. Their levels follow the structure itself, outside of its length. */
function definitionsOf({ structure, offset, table }: Fib): Map<number, Map<number, Level>> {
  const definitions = new Map<number, Map<number, Level>>();
  const own = structure('lists');
  const count = own.length < 2 ? 0 : u16(own, 0);
  let at = offset('lists') + 2 + count * listSize;
  for (let index = 0; index < count && at < table.length; index += 1) {
    const list = 2 + index * listSize;
    const simple = (u8(own, list + 26) & 1) !== 0;
    const [levels, next] = levelsAt(table, at, simple ? 1 : mostLevels);
    definitions.set(i32(own, list), levels);
    at = next;
  }
  return definitions;
}

interface Override {
  readonly levels: Map<number, Level>;
  readonly starts: Map<number, number>;
  readonly next: number;
}

/** What one use of a list changes of it (LFOLVL, §2.9.128). */
function overrideAt(bytes: Buffer, from: number, count: number): Override {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  let at = from;
  for (let index = 0; index < count && at < bytes.length; index += 1) {
    const flags = u8(bytes, at + 4);
    const place = flags & 0x0f;
    const [startsAnew, hasLevel] = [(flags & 0x10) !== 0, (flags & 0x20) !== 0];
    let start = i32(bytes, at);
    at += 8;
    if (hasLevel) {
      const { level, next } = levelAt(bytes, at);
      levels.set(place, level);
      start = level.start;
      at = next;
    }
    if (startsAnew) starts.set(place, start);
  }
  return { levels, starts, next: at };
}

/** Lists by the index that paragraphs name, from 1. */
export function listsOf(fib: Fib): Map<string, List> {
  const definitions = definitionsOf(fib);
  const bytes = fib.structure('listOverrides');
  const count = Math.min(i32(bytes, 0), Math.floor(bytes.length / overrideSize));
  const lists = new Map<string, List>();
  let at = 4 + Math.max(0, count) * overrideSize;
  for (let index = 0; index < count; index += 1) {
    const own = 4 + index * overrideSize;
    const id = i32(bytes, own);
    // Four bytes of a position stand before the changes.
    const changed = u8(bytes, own + 12);
    const { levels, starts, next } = overrideAt(bytes, at + 4, changed);
    at = next;
    const base = definitions.get(id);
    if (!base) continue;
    const merged = new Map([...base, ...levels]);
    lists.set(String(index + 1), { counters: String(id), levels: merged, starts });
  }
  return lists;
}
