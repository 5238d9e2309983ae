/** Links to files: in the text, in the box under it, in the index header. */
import { type Beside, beside } from './beside.ts';
import { type AnyNode, classOf, descendants, type Element, isHidden, textOf } from './element.ts';
import type { HtmlItem } from './items.ts';
import { attachmentClass } from './vocabulary.ts';

const fileName =
  /[^/\\?#&=]{1,200}\.(docx?|xlsx?|pptx?|pdf|ofd|wps|et|dps|rtf|txt|csv|zip|rar|7z|ceb|gd|jpe?g|png|tiff?)$/i;
const pathEnd = /[?#]/;
const noFile = /^(javascript|mailto|tel|#)/i;
const image = /\.(jpe?g|png|gif|bmp|tiff?|webp)$/i;
/** Downloads whose address shows no file: 大汉 jcms and jpaas, 博达 VSB, TRS, NFCMS, 龙讯. */
const endpoint =
  /downfile\.jsp|download\.jsp|DownloadAttachUrl|document\/download|OpennessContent\/download|\/attach(ment)?\/(down|\d)|downloadFile|fileDownload|action=download|\/system\/_content\//i;
const named = /(?:filename|file_?name|fileUrl|name)=([^&#]{1,300})/i;
/** Link texts that name no file. */
const generic =
  /^(点击)?(这里|此处)?(下载|附件|附件下载|下载附件|查看|查看附件|文件下载|点击下载|点击查看|打开)[:：]?$/;
const attachmentBefore = /^[\s【[]*附\s*件/;

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

/** The name that the address gives, or undefined. */
function nameIn(href: string): string | undefined {
  const [path = ''] = href.split(pathEnd);
  const inQuery = named.exec(href)?.[1];
  const last =
    decoded(inQuery ?? path)
      .split('/')
      .at(-1) ?? '';
  return fileName.test(last) ? last : undefined;
}

function isFile(element: Element, href: string): boolean {
  if (noFile.test(href)) return false;
  const name = nameIn(href);
  if (name === undefined) return endpoint.test(href);
  // A picture is an attachment only when the page says so: others are links to larger copies.
  return !image.test(name) || attachmentBefore.test(textOf(element));
}

function nameOf(element: Element, href: string): string {
  const text = textOf(element);
  const title = (element.attribs['title'] ?? element.attribs['download'] ?? '').trim();
  if (text !== '' && !generic.test(text)) return text;
  return title || nameIn(href) || text;
}

const isAttachmentBox = (element: Element): boolean => attachmentClass.test(classOf(element));

const heading = /^(相关)?附\s*件(下载|列表)?\s*[:：]?$/;

/** Elements outside of the text that hold its files: by their class, or by the word 附件 before them. */
export function attachmentBoxes(body: Element, outside: readonly HtmlItem[]): Element[] {
  const boxes = [...descendants(body)].filter(isAttachmentBox);
  let under = false;
  for (const item of outside) {
    if (item.kind !== 'line') continue;
    const headed = heading.test(item.text);
    const named = attachmentBefore.test(item.text);
    const files = item.links.filter(({ element }) => isFile(element, hrefOf(element)));
    if ((named || under) && files.length > 0) boxes.push(...files.map(({ element }) => element));
    under = headed || (under && files.length > 0);
  }
  return boxes;
}

const hrefOf = (element: Element): string => element.attribs['href']?.trim() ?? '';

/** Files linked inside some nodes, each address once, in order. */
export function attachments(
  nodes: readonly AnyNode[],
  resolve: (href: string) => string | undefined,
): Beside[] {
  const seen = new Set<string>();
  const found: Beside[] = [];
  for (const element of nodes.flatMap((node) => [node, ...descendants(node)])) {
    if (!('attribs' in element) || element.name !== 'a' || isHidden(element)) continue;
    const href = hrefOf(element);
    if (href === '' || !isFile(element, href)) continue;
    const address = resolve(href);
    if (seen.has(address ?? href)) continue;
    seen.add(address ?? href);
    found.push(beside(element, { role: 'attachment', text: nameOf(element, href), href: address }));
  }
  return found;
}
