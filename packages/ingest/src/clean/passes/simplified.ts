import { countHan } from '../../chinese/han.ts';
import { mainlandWords, toSimplified, traditionalShare } from '../../chinese/simplified.ts';
import { type CleanText, deciding, type Pass } from '../pass.ts';

/** Share of traditional-only characters above which the whole text is traditional. */
const traditional = 0.05;
/** Fewer may be the characters of a name (乾, 喆). */
const enough = 4;
/** Characters that are looked at. */
const sample = 20_000;

function isTraditional(texts: readonly CleanText[]): boolean {
  const text = deciding(texts)
    .map((each) => each.text)
    .join('')
    .slice(0, sample);
  const share = traditionalShare(text);
  return share > traditional && share * countHan(text) >= enough;
}

/** Traditional characters of mirrors and of `gate/big5` pages. Single ones in names stay. */
export const simplifiedPass: Pass = {
  rule: 'simplified',
  position: 'After the pinyin notes are gone, so that phrases stand together again.',
  plan: (texts) => (isTraditional(texts) ? ({ text }) => toSimplified(text) : undefined),
};

/** Words that mirrors translate on top of the characters: 资讯公开 → 信息公开. */
export const mainlandWordsPass: Pass = {
  rule: 'mainland-words',
  position: 'After the characters are simplified: the words are listed in that form.',
  plan: (texts) =>
    texts.some(({ text }) => mainlandWords(text).length > 0) && isMirror(texts)
      ? ({ text }) => mainlandWords(text)
      : undefined,
};

/** Signs that the text came through another usage; 著 and 资讯 alone also stand in good texts. */
const foreign = /谘询|覆议|资讯公开|网路|附属档案|最佳化/;

const isMirror = (texts: readonly CleanText[]): boolean =>
  texts.some(({ text }) => foreign.test(text));
