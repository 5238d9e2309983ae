/** The text of a page as blocks, its title first and once. */
import type { Block } from '@xxgk/extract/document';
import { keyOf } from '../../../chinese/key.ts';
import type { Title } from '../beside/title.ts';
import { figureBlock, lineBlock, runningSize, tableBlock } from './blocks.ts';
import type { HtmlItem, HtmlLine } from './items.ts';
import { readItems } from './lines.ts';

/** Lines at the top of a text among which its title may stand. */
const top = 15;
/** Lines over which a title may be broken. */
const broken = 5;
/** Characters that blanks and readings may add to a title. */
const slack = 200;
/** Characters; shorter ones are names of columns (通知公告). */
const shortest = 8;
/** What a title that only the head of the page gives must look like, lest the site's name be one. */
const documentTitle =
  /^关于|(报告|年报|通知|意见|决定|公告|通告|通报|批复|复函|函|办法|规定|方案|解读|请示|纪要|令|公示|总结|计划|要点|指南|目录|规划|细则|条例|说明|统计表|问答|名单)([(（][^()（）]*[)）])?$/;

/** Characters of what is no name of a column; names of sites and agencies are longer and end alike. */
const longName = 12;
const nameOfSite = /(政府|网|网站|平台|局|委员会|委|厅|部|院|办公室|中心|公开|专栏|频道)$/;

const mayBeTitle = (text: string): boolean =>
  documentTitle.test(text) || (text.length >= longName && !nameOfSite.test(text));

/** Indexes of the lines that together are the title, or none. */
function titleLines(lines: readonly HtmlLine[], title: string): number[] {
  const wanted = keyOf(title);
  for (let from = 0; from < Math.min(lines.length, top); from++) {
    let joined = '';
    for (let to = from; to < Math.min(lines.length, from + broken); to++) {
      const text = lines[to]?.text ?? '';
      joined += text.length > 2 * title.length + slack ? '\n' : keyOf(text);
      if (joined === wanted) return Array.from({ length: to - from + 1 }, (_, at) => from + at);
      if (!wanted.startsWith(joined)) break;
    }
  }
  return [];
}

/** Whether a title has to be put on top: a doubtful one only where no line says it in other words. */
function isMissing({ text, sure }: Title, lines: readonly HtmlLine[]): boolean {
  if (sure) return true;
  const key = keyOf(text);
  if (key.length < shortest || !mayBeTitle(text)) return false;
  const near = lines.slice(0, broken).filter((line) => line.text.length <= 2 * text.length + slack);
  return !near.some((line) => keyOf(line.text).includes(key));
}

/** Blocks of the items that are text. */
export function bodyBlocks(
  items: readonly HtmlItem[],
  title: Title | undefined,
  resolve: (href: string) => string | undefined,
): Block[] {
  const lines = items.filter((item): item is HtmlLine => item.kind === 'line');
  const inText = title ? titleLines(lines, title.text) : [];
  const headings = new Set<HtmlItem>(inText.flatMap((at) => lines[at] ?? []));
  const size = runningSize(lines);
  const blocks = items.flatMap((item): Block[] => {
    if (item.kind === 'line') return [lineBlock(item, size, headings.has(item) ? 1 : undefined)];
    if (item.kind === 'table') return [tableBlock(item)];
    return item.kind === 'figure' ? [figureBlock(item, resolve) ?? []].flat() : [];
  });
  if (!title || inText.length > 0 || !isMissing(title, lines)) return blocks;
  return [...titleBlocks(title, size), ...blocks];
}

/** A title that is printed outside of the text, line by line as it is printed there. */
function titleBlocks({ element, text, path }: Title, size: number | undefined): Block[] {
  if (!element) return [{ kind: 'heading', role: 'body', level: 1, text, path }];
  return readItems([element], element, { consumed: new Map(), tables: false }).flatMap((item) =>
    item.kind === 'line' ? [lineBlock(item, size, 1)] : [],
  );
}
