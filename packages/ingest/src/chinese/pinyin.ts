/**
 * Readings in brackets behind characters, as hijacked mirrors add them: `國(guó)`, `政(zheng)(zheng)`.
 *
 * A group is a note only when it is a reading of the character before it, without regard to tones
 * (績 is read jī in Taiwan, jì here); so `千米(km)` and `平台(app)` stay.
 */
import { createRequire } from 'node:module';
import type { Replacement } from '../edit.ts';

const require = createRequire(import.meta.url);

const syllable = '[a-züêɡāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\\u0300\\u0301\\u0304\\u0308\\u030c]{1,8}';
const notes = new RegExp(`(\\p{Script=Han})((?:[(（]${syllable}[)）]){1,6})`, 'giu');
/** How each of them begins: most texts hold none, and the whole pattern is dear. */
const beginning = /[(（](?:\p{Script=Latin}|\p{Mark})/u;
const inside = new RegExp(syllable, 'giu');
const marks = /[\u0300-\u036f]/g;
const uUmlaut = /u\u0308|ü|v/g;

/** Without tones, ü as v: how two spellings of one reading compare. */
const toneless = (spelling: string): string =>
  spelling
    .toLowerCase()
    .normalize('NFD')
    .replace(uUmlaut, 'v')
    .replace(marks, '')
    .replace('ɡ', 'g');

const known = new Map<string, ReadonlySet<string>>();

function readingsOf(character: string): ReadonlySet<string> {
  let readings = known.get(character);
  if (!readings) {
    // Loaded with the first note: half a megabyte of readings that most documents do not need.
    const { pinyin } = require('pinyin-pro') as typeof import('pinyin-pro');
    const all = pinyin(character, { multiple: true, toneType: 'symbol', type: 'array' });
    readings = new Set(all.map(toneless));
    known.set(character, readings);
  }
  return readings;
}

/** A run of equal groups behind one character. */
export interface PinyinNote extends Replacement {
  /** Whether it is a reading of the character. */
  readonly accepted: boolean;
  /** Whether it carries a tone mark; without one more proof is asked for. */
  readonly toned: boolean;
}

/** Every run of bracketed syllables behind a Han character, as replacements by nothing. */
export function pinyinNotes(text: string): PinyinNote[] {
  if (!beginning.test(text)) return [];
  const found: PinyinNote[] = [];
  for (const match of text.matchAll(notes)) {
    const [, character = '', groups = ''] = match;
    const spellings = groups.match(inside) ?? [];
    const first = toneless(spellings[0] ?? '');
    const equal = spellings.every((spelling) => toneless(spelling) === first);
    const start = match.index + character.length;
    found.push({
      start,
      end: start + groups.length,
      text: '',
      accepted: equal && readingsOf(character).has(first),
      toned: spellings.some((spelling) => toneless(spelling) !== spelling.toLowerCase()),
    });
  }
  return found;
}
