/**
 * Traditional characters made simplified, one for one.
 *
 * OpenCC's `t` → `cn` converts characters and leaves the vocabulary alone; its `twp` would turn 建立
 * into 创建 and 查询 into 查找, words that stand in no source. What mirrors add on top (words of Taiwan
 * usage, characters that `t` keeps) is undone by a short list.
 */
import { Converter } from 'opencc-js/t2cn';
import type { Replacement } from '../edit.ts';
import { han } from './han.ts';
import { mayBeTraditional } from './traditional.ts';

/** Left by OpenCC, or made by mirrors that translate words: as it stands → as it was. */
const afterwards: readonly (readonly [string, string])[] = [
  ['谘询', '咨询'],
  ['覆议', '复议'],
  ['著力', '着力'],
  ['著重', '着重'],
  ['著眼', '着眼'],
  ['沿著', '沿着'],
  ['资讯公开', '信息公开'],
  ['网路', '网络'],
  ['附属档案', '附件'],
  ['巨观', '宏观'],
  ['最佳化', '优化'],
  ['公开程式', '公开程序'],
  ['办理程式', '办理程序'],
];

const words = new RegExp(afterwards.map(([from]) => from).join('|'), 'g');
const meant = new Map(afterwards);
const hanCharacters = new RegExp(`[${han}]`, 'gu');

let converter: ((text: string) => string) | undefined;

function convert(text: string): string {
  // Nearly all texts are simplified already, and the dictionaries are dear to ask.
  if (!mayBeTraditional(text)) return text;
  const made = converter ?? Converter({ from: 't', to: 'cn' });
  converter = made;
  return made(text);
}

/** Runs in which two texts of equal length differ. */
function differences(before: string, after: string): Replacement[] {
  const found: Replacement[] = [];
  for (let at = 0; at < before.length; at++) {
    if (before[at] === after[at]) continue;
    found.push({ start: at, end: at + 1, text: after.charAt(at) });
  }
  return found;
}

/** Share of the Han characters that simplified script does not have, 0 to 1. */
export function traditionalShare(text: string): number {
  if (!mayBeTraditional(text)) return 0;
  const characters = text.match(hanCharacters) ?? [];
  if (characters.length === 0) return 0;
  const converted = [...convert(characters.join(''))];
  const changed = characters.filter((character, at) => converted[at] !== character);
  return changed.length / characters.length;
}

/** Replacements that make a text simplified, character by character. */
export function toSimplified(text: string): Replacement[] {
  const after = convert(text);
  if (after === text) return [];
  if (after.length === text.length) return differences(text, after);
  // A character outside the basic plane on one side: convert code point by code point.
  const found: Replacement[] = [];
  let at = 0;
  for (const character of text) {
    const to = convert(character);
    if (to !== character) found.push({ start: at, end: at + character.length, text: to });
    at += character.length;
  }
  return found;
}

/** Replacements that undo words of another usage; run after {@link toSimplified}. */
export function mainlandWords(text: string): Replacement[] {
  return [...text.matchAll(words)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: meant.get(match[0]) ?? match[0],
  }));
}
