/**
 * What may be mended in text read by OCR without guessing: the width of punctuation beside Han,
 * and what a fixed form leaves no choice about (brackets of a 发文字号, 日 of a date). Everything else
 * stays as read.
 */
import type { Traced } from '@xxgk/extract/document';
import { han } from '../../chinese/han.ts';
import { edit, replacing } from '../../edit.ts';

const fullWidth: Record<string, string> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const cjk = `${han}，。、；：？！（）《》〈〉“”‘’【】〔〕`;
const beside = new RegExp(`(?<=[${cjk}])[,:;?!()]|[,:;?!()](?=[${cjk}])`, 'gu');
const blank = new RegExp(`(?<=[${cjk}]) +(?=[${cjk}])`, 'gu');
/** `Han code + year + serial 号` leaves only one meaning for what stands around the year. */
const docNumber = new RegExp(
  `(?<=[${han}]{2})[〔［\\[【(（〈{｛L]{1,2}((?:19|20)\\d{2})[〕］\\]】)）〉}｝J]{1,2}(?=第?\\d{1,5}号)`,
  'gu',
);
/** Tesseract often reads a closing bracket twice, in two shapes. */
const twice = /(?<=[)）])[}\]]/gu;
/** After year, month and day only 日 can stand. */
const day = /(?<=(?:19|20)\d{2}年\d{1,2}月\d{1,2})[曰白目旦臼且]/gu;
/** A bracket whose mate has become full width becomes so too. */
const openMate = /\((?=[^()（）]{0,80}）)/gu;
const closeMate = /(?<=（[^()（）]{0,80})\)/gu;
/** What was opened by a round bracket is not closed by another kind. */
const oddMate = /(?<=[(（][^()（）{}[\]]{0,80})[}\]]/gu;
const quote = /[“”]/gu;

/** Offsets of the signs in `raw` that a 发文字号 leaves no choice about, however they were read. */
export const implied = (raw: string): readonly number[] =>
  [...raw.matchAll(docNumber)].flatMap(({ index, 0: whole, 1: year = '' }) => {
    const opening = whole.indexOf(year);
    const closing = opening + year.length;
    return Array.from({ length: whole.length }, (_, at) => at)
      .filter((at) => at < opening || at >= closing)
      .map((at) => index + at);
  });

/** Mends `text`; what was read stays in `raw`, with the map between. */
export function mended<T extends Traced>(traced: T): T {
  const tight = edit(
    traced,
    replacing(traced.text, blank, ([blanks]) => (blanks.length > 1 ? blanks : '')),
  );
  const numbered = edit(
    tight,
    replacing(tight.text, docNumber, ([, year]) => `〔${year}〕`),
  );
  // Twice: a sign between a digit and a sign that has only just become full width.
  const dated = edit(
    numbered,
    replacing(numbered.text, day, () => '日'),
  );
  const single = edit(
    dated,
    replacing(dated.text, twice, () => ''),
  );
  const closed = edit(
    single,
    replacing(single.text, oddMate, () => '）'),
  );
  const wide = widened(widened(paired(closed)));
  const opened = edit(
    wide,
    replacing(wide.text, openMate, () => '（'),
  );
  return edit(
    opened,
    replacing(opened.text, closeMate, () => '）'),
  );
}

/** Curved quotes that are read in one shape only: an even number of them opens and closes by turns. */
function paired<T extends Traced>(traced: T): T {
  const quotes = traced.text.match(quote) ?? [];
  if (quotes.length % 2 === 1) return traced;
  let opens = false;
  const turn = (): string => {
    opens = !opens;
    return opens ? '“' : '”';
  };
  return edit(traced, replacing(traced.text, quote, turn));
}

function widened<T extends Traced>(traced: T): T {
  return edit(
    traced,
    replacing(traced.text, beside, ([sign]) => fullWidth[sign] ?? sign),
  );
}
