/** The words that say what a number counts: left of it in its clause, or right of it behind a bare verb. */
import { masked, tight } from './mask.ts';

const STOP = /[，,；;：:。（()）！!？?]/gu;
const LEAD =
  /^(?:\d{1,2}[.．、]|[（(]?[一二三四五六七八九十]{1,3}[）)、]|其中|包括|含|分别|以及|并且|另外|此外|同时|和|及|并|、|了|的|共(?!青|同|享|建)|一共)+/u;
const TAIL = /(?:均为|均|共计|总计|合计|累计|达到|总共|分别为|共有|共|计|达|有|为|是|了|约)+$/u;
const TIME =
  /^(?:(?:19|20)\d{2}年?度?(?:全年|以来|度)?|全年|今年|本年度?|一年来|年初以来|本期|截[至止][^，。]*)+/u;
const WE =
  /^(?:我|本)(?:局|委|厅|办|镇|乡|县|区|市|单位|机关|部门|街道|院|校|所|中心|站)(?:机关)?/u;
const VERB_ONLY =
  /^(?:(?:在|由|上述|已|还|均|另|另有|仅|仅有|只有)?(?:收到|受理|接到|接收|接收到|办理|有|配备|配有|设|设有|设立|指定|确定|安排|明确|落实|抽调|指派|发布|制作|推出|编发|刊发|撰写|召开|组织召开|举办|组织|开展|公开|主动公开|通过)?了?|除|其余|剩余|余下)?$/u;

/** Longer labels say no more. */
const LONGEST = 80;

/** 数量同比下降30%，共21件: how it compares is no part of what is counted. */
const COMPARED =
  /(?:同比|环比|[较比](?:上一?年度?|去年|(?:19|20)\d{2}年)(?:同期)?)[^，。；]{0,8}?\d[\d.]{0,6}(?:%|％|个百分点)$/u;

/** A label without time, subject and filler. */
export function trimmed(label: string): string {
  let rest = tight(label).slice(-LONGEST).replace(COMPARED, '');
  for (let round = 0; round < 3; round += 1) {
    rest = rest.replace(LEAD, '').replace(TIME, '').replace(WE, '').replace(TAIL, '');
  }
  return rest;
}

interface Window {
  readonly text: string;
  /** End of the last number, or of the sentence's beginning. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
  /** Start of the next number, or the sentence's end. */
  readonly to: number;
}

const ASIDE = /[（(](?:含|包括|其中)[^（()）\d]{1,30}[）)][\s\u3000]*$/u;

/** Pieces between stops, nearest to the number first. */
function piecesLeft({ text, from, start }: Window): readonly string[] {
  const window = masked(text).slice(from, start);
  // 申请（含网上申请）58件: the bracket explains the label before it.
  const open = window.slice(0, window.length - (ASIDE.exec(window)?.[0].length ?? 0));
  const stops = [...open.matchAll(STOP)].map((match) => match.index);
  const starts = [0, ...stops.map((index) => index + 1)];
  const ends = [...stops, open.length];
  return starts
    .map((first, index) => text.slice(from + first, from + (ends[index] ?? open.length)))
    .reverse();
}

const STOP_OR_LIST = /[，,；;：:。（()）、！!？?]/u;
const BRACKET = /^[（(]([^（()）\d]{1,12})[）)]/u;

/** Words behind the number up to the next stop; a bracket at once behind it explains it. */
function right({ text, end, to }: Window): Pick<Label, 'text' | 'end'> {
  const rest = text.slice(end, to);
  const note = BRACKET.exec(rest)?.[1];
  if (note !== undefined) return { text: tight(note), end };
  const stop = masked(rest).search(STOP_OR_LIST);
  const words = stop < 0 ? rest : rest.slice(0, stop);
  return { text: tight(words), end: end + words.length };
}

export interface Label {
  /** Without blanks, time, subject and filler; empty when the number has none. */
  readonly text: string;
  /** Everything between the last number and this one. */
  readonly window: string;
  /** Where the words behind the number end that are part of its label: none of the next number's. */
  readonly end: number;
}

/** The label of a number. */
export function labelOf(window: Window): Label {
  const pieces = piecesLeft(window).map(trimmed);
  const behind = right(window);
  const nearest = pieces.find((piece) => piece !== '') ?? '';
  const all = tight(window.text.slice(window.from, window.start)).slice(-2 * LONGEST);
  if (pieces[0] === '' && behind.text !== '') return { ...behind, window: all };
  if (!VERB_ONLY.test(nearest)) return { text: nearest, window: all, end: window.end };
  return { text: nearest + behind.text, window: all, end: behind.end };
}
