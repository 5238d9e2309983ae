import { replacing } from '../../edit.ts';
import type { Pass } from '../pass.ts';

/** CJK Radicals Supplement → characters; Unicode's own mapping has two of them only. */
const supplement = new Map(
  [
    ...'⺠民⻅见⻆角⻉贝⻋车⻑长⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻄西⻁虎⻃覀⺬示⻌辶⺼月⻊足',
  ].reduce<[string, string][]>((pairs, character, at, all) => {
    if (at % 2 === 0) pairs.push([character, all[at + 1] ?? character]);
    return pairs;
  }, []),
);

const radical = /[\u2e80-\u2ef3\u2f00-\u2fd5]/gu;

/** Radicals that PDF fonts give instead of the characters they look like. */
export const radicalPass: Pass = {
  rule: 'radical',
  position: 'Before vocabularies are asked: 行政 written with radicals matches nothing.',
  plan:
    () =>
    ({ text }) =>
      replacing(text, radical, ([found]) => supplement.get(found) ?? found.normalize('NFKC')),
};

/** A3A0 under a decoder for GBK; Wingdings bullets. Others say nothing and stay. */
const privateUse = new Map([
  ['\ue5e5', '\u3000'],
  ['\uf020', ' '],
  ['\uf06c', '●'],
  ['\uf0b7', '•'],
  ['\uf0d8', '➢'],
  ['\uf0fc', '✓'],
  ['\uf075', '◆'],
  ['\uf06e', '■'],
]);
const privateCharacters = new RegExp(`[${[...privateUse.keys()].join('')}]`, 'g');

/** Private-use characters with a known meaning. */
export const privateUsePass: Pass = {
  rule: 'private-use',
  position: 'Before the blanks, of which one is among them.',
  plan:
    () =>
    ({ text }) =>
      replacing(text, privateCharacters, ([found]) => privateUse.get(found) ?? found),
};

const invisible =
  /[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Characters that print nothing: zero width, soft hyphens, directions, controls. */
export const invisiblePass: Pass = {
  rule: 'invisible',
  position: 'Before anything looks at neighbours.',
  plan:
    () =>
    ({ text }) =>
      replacing(text, invisible, () => ''),
};
