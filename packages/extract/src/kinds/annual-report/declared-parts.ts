/** The parts that the preamble promises: 本报告由…组成, 全文包括…. */
import { evidenceFor, type Found } from '../../evidence.ts';
import type { Evidence } from '../../record.ts';
import type { Passage } from './passages.ts';
import { sectionKeyOf } from './section-keys.ts';

export const PART_RULE = 'parts/declared';

const LIST =
  /(?:报告|年报|全文|本文|编制(?:而成)?[，,])(?:全文|内容|主要内容)?(?:共?由|主要由|包括|共?分为?|主要包括|内容为)(?<list>(?:(?!编制|根据|撰写)[^。\n]){8,600}?)(?:等)?(?:[，,]?(?:共|共计)?[一二三四五六七八九十\d]{0,2}个?(?:部分|方面))?(?:内容)?(?:组成|构成)?(?=。|；|$)/u;
/** 本报告由以下八部分组成：…. */
const ANNOUNCED =
  /(?:报告|年报|全文)[^。：:\n]{0,12}[一二三四五六七八九十\d]{1,2}个?(?:部分|方面)(?:内容)?(?:组成|构成)?(?:[，,]?(?:即|分别为|分别是|包括))?[:：](?<list>[^。\n]{8,600})/u;
/** 年报包括：一、概述；二、…: numbered, and so up to the full stop. */
const NUMBERED =
  /(?:报告|年报|全文|编制(?:而成)?[，,])(?:全文|内容|主要内容)?(?:共?由|主要由|包括|共?分为?|主要包括|内容为)[:：]?(?=一、|[（(]一[）)]|[1１][.．、])(?<list>[^。\n]{8,600})/u;
const PROMISE = /部分|组成|构成|方面|概述|概况|基本情况/u;
const TITLE_END =
  /(?:情况|概述|概况|事项|措施|问题|表|附件|计划|说明|打算|方面|总结|重点|建设|保障|制度|诉讼|监督)(?:（[^）]*）)?[”"]?$/u;
const LAST_JOINT = /(?:以及|及其|和|与)/gu;
const STRONG = /[；;]/u;
const NUMBERING =
  /^[\s　“"]*(?:(?:以及|和|及|与)(?=[^、，；]{4})|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]+部分[:：是为]?)?[\s　“"]*/u;
const EDGE = /[\s　”"]+$/u;
const COUNT =
  /^(?:以下|下列)?[一二三四五六七八九十\d]{1,2}个?(?:部分|方面)[:：，,]?(?:分别(?:是|为)[:：]?|即[:：]?)?/u;

/** Where the list is over: …等六部分组成，所列数据…. */
const LIST_END =
  /等?[，,]?(?:共|共计)?(?:[一二三四五六七八九十]|\d{1,2})个?(?:部分|方面)|等?(?:内容)?(?:组成|构成)/u;

interface Piece {
  readonly start: number;
  readonly end: number;
}

function split(text: string, { start, end }: Piece, separator: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (!separator.includes(text.charAt(at))) continue;
    pieces.push({ start: from, end: at });
    from = at + 1;
  }
  return [...pieces, { start: from, end }];
}

/** Pieces that do not end like a title go on behind the 、 (申请行政复议、提起行政诉讼的情况). */
function joined(text: string, pieces: readonly Piece[]): readonly Piece[] {
  const whole: Piece[] = [];
  let open: number | undefined;
  for (const piece of pieces) {
    const start = open ?? piece.start;
    const closed = TITLE_END.test(text.slice(piece.start, piece.end).trim());
    open = closed ? undefined : start;
    if (closed || piece === pieces.at(-1)) whole.push({ start, end: piece.end });
  }
  return whole;
}

/** Splits the last piece at 以及 or 和 where both sides are titles. */
function lastApart(text: string, piece: Piece): readonly Piece[] {
  const words = text.slice(piece.start, piece.end);
  for (const joint of words.matchAll(LAST_JOINT)) {
    const left = words.slice(0, joint.index);
    const right = words.slice(joint.index + joint[0].length);
    const key = sectionKeyOf(right);
    if (!TITLE_END.test(left) || key === null || key === sectionKeyOf(left)) continue;
    const middle = piece.start + joint.index;
    return [
      { start: piece.start, end: middle },
      { start: middle + joint[0].length, end: piece.end },
    ];
  }
  return [piece];
}

function trimmed(text: string, { start, end }: Piece): Piece {
  const words = text.slice(start, end);
  const lead = NUMBERING.exec(words)?.[0].length ?? 0;
  const tail = EDGE.exec(words)?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/** Spans of the promised parts inside a text. */
export function partsIn(text: string): readonly Piece[] {
  const match = ANNOUNCED.exec(text) ?? NUMBERED.exec(text) ?? LIST.exec(text);
  const list = match?.groups?.['list'];
  if (!match || list === undefined || !PROMISE.test(match[0])) return [];
  const offset = match.index + match[0].indexOf(list);
  const from = offset + (COUNT.exec(list)?.[0].length ?? 0);
  const rest = text.slice(from, offset + list.length);
  const over = rest.search(LIST_END);
  const whole = { start: from, end: from + (over > 0 ? over : rest.length) };
  const commas = split(text, whole, '，,').length;
  const pieces = STRONG.test(list)
    ? split(text, whole, '；;')
    : commas > 2
      ? split(text, whole, '，,')
      : joined(text, split(text, whole, '、，,'));
  const last = pieces.at(-1);
  const apart =
    last && !STRONG.test(list) ? [...pieces.slice(0, -1), ...lastApart(text, last)] : pieces;
  const parts = apart.map((piece) => trimmed(text, piece)).filter(({ start, end }) => end > start);
  return parts.length > 1 ? parts : [];
}

/** The promised parts, each with its evidence. */
export function declaredParts(passages: readonly Passage[]): readonly Found<string>[] {
  for (const { line, span } of passages) {
    const text = line.text.slice(span.start, span.end);
    const parts = partsIn(text);
    if (parts.length === 0) continue;
    return parts.map(({ start, end }): Found<string> => {
      const evidence: Evidence = evidenceFor(
        line,
        { start: span.start + start, end: span.start + end },
        PART_RULE,
        0.9,
      );
      return { value: text.slice(start, end), evidence: [evidence] };
    });
  }
  return [];
}
