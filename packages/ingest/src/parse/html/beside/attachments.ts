/** Links to files: in the text, in the box under it, in the index header. */

import type { HtmlItem } from '../text/items.ts';
import { attachmentClass } from '../text/vocabulary.ts';
import {
  type AnyNode,
  classOf,
  descendants,
  type Element,
  isHidden,
  isTag,
  textOf,
} from '../tree/element.ts';
import { fileNameIn, isDownload, isFileName, isImageName } from '../tree/file-address.ts';
import { type Beside, beside } from './beside.ts';
import { addressOf, isEmbedding } from './linked-files.ts';

/** Link texts that name no file. */
const generic =
  /^(点击|立即)?(这里|此处)?(下载|附件|附件下载|下载附件|查看|查看附件|文件下载|点击下载|点击查看|打开|预览|在线预览|download)[:：]?$/i;
const attachmentBefore = /^[\s【[(（]*附\s*件/;
/** Characters of a name. */
const longestName = 200;

/** Whether a link is one to a file: by its address, or by what it is called. */
function isFile(element: Element, address: string): boolean {
  const name = fileNameIn(address);
  const text = textOf(element);
  if (name === undefined) return isDownload(address) || isFileName(text);
  if (element.name !== 'a') return !isImageName(name);
  // A picture is an attachment only when the page says so: others are links to larger copies.
  return !isImageName(name) || attachmentBefore.test(text) || isFileName(text);
}

function nameOf(element: Element, address: string): string {
  const text = textOf(element);
  const title = (element.attribs['title'] ?? element.attribs['download'] ?? '').trim();
  if (text !== '' && text.length <= longestName && !generic.test(text)) return text;
  return title || fileNameIn(address) || text;
}

const isAttachmentBox = (element: Element): boolean => attachmentClass.test(classOf(element));

const heading = /^(相关)?附\s*件(下载|列表)?\s*[:：]?$/;

/** The address of the file that an element leads to. */
function fileAddress(element: Element): string | undefined {
  const address = addressOf(element);
  return address !== undefined && isFile(element, address) ? address : undefined;
}

/**
 * Elements outside of the text that hold its files: by their class, by the word 附件 before them, or
 * because they stand in the article's own box, which holds no other links.
 */
export function attachmentBoxes(
  body: Element,
  outside: readonly HtmlItem[],
  isOfArticle: (element: Element) => boolean,
): Element[] {
  const boxes = descendants(body).filter(
    (element) => isAttachmentBox(element) || (isEmbedding(element) && isOfArticle(element)),
  );
  let under = false;
  for (const item of outside) {
    if (item.kind !== 'line') continue;
    const headed = heading.test(item.text);
    const named = attachmentBefore.test(item.text);
    const files = item.links
      .map(({ element }) => element)
      .filter((element) => fileAddress(element) !== undefined);
    const all: boolean = named || under;
    boxes.push(...files.filter((element) => all || isOfArticle(element)));
    under = headed || (all && files.length > 0);
  }
  return boxes;
}

/** Files linked or shown inside some nodes, each address once, in order. */
export function attachments(
  nodes: readonly AnyNode[],
  resolve: (href: string) => string | undefined,
): Beside[] {
  const seen = new Set<string>();
  const found: Beside[] = [];
  for (const element of nodes.flatMap((node) => [node, ...descendants(node)])) {
    if (!isTag(element) || isHidden(element)) continue;
    const address = fileAddress(element);
    if (address === undefined) continue;
    const href = resolve(address);
    if (seen.has(href ?? address)) continue;
    seen.add(href ?? address);
    found.push(beside(element, { role: 'attachment', text: nameOf(element, address), href }));
  }
  return found;
}
