/** Links to files: attachments of an article, or entries of a list that are files themselves. */
import { endingsOf } from '@xxgk/extract/file-formats';
import { families } from './families/index.ts';
import { type Link, outsideChrome, resolve, type SitePage, words } from './page.ts';
import { sameSite } from './site-of.ts';

const extension = `${endingsOf('text', 'sheet', 'slides', 'saved-page', 'archive')}|tiff?`;
const file = new RegExp(`\\.(${extension})$`, 'i');
const image = /\.(jpe?g|png|bmp|gif)$/i;
const attached = /附件|附表|扫描/;
/** A viewer's address holds that of the file. */
const viewed = /[?&](?:file|fileUrl|filename|src|url)=([^&#]+)/i;

/** Files that the page links to or shows in a frame, in order, each once. */
export function attachmentsIn(page: SitePage): readonly Link[] {
  const { url, $ } = page;
  const found = new Map<string, Link>();
  const add = (target: URL | undefined, text: string): void => {
    if (!target || !sameSite(target, url)) return;
    if (!found.has(target.href)) found.set(target.href, { url: target.href, text, rule: 'file' });
  };
  for (const element of outsideChrome(page, 'a[href], iframe[src], embed[src], object[data]')) {
    const anchor = $(element);
    const target = resolve(anchor.attr('href') ?? anchor.attr('src') ?? anchor.attr('data'), url);
    const text = words(anchor.text() || (anchor.attr('title') ?? ''));
    if (element.name === 'a') add(target && isFile(target, text) ? target : undefined, text);
    else add(target && shownIn(target), text);
  }
  return [...found.values()];
}

/** Whether an address is, by its form, that of a file. */
export const isFileAddress = (target: URL): boolean =>
  file.test(target.pathname) || families.some(({ isDownload }) => isDownload?.(target));

function isFile(target: URL, text: string): boolean {
  if (isFileAddress(target)) return true;
  const named = file.test(text) || fileParameter(target) !== undefined;
  return named || (image.test(target.pathname) && (image.test(text) || attached.test(text)));
}

/** The file that a frame shows: itself, or the one that its viewer is told of. */
function shownIn(target: URL): URL | undefined {
  if (file.test(target.pathname)) return target;
  return resolve(fileParameter(target), target);
}

function fileParameter({ search }: URL): string | undefined {
  const [, value] = viewed.exec(search) ?? [];
  if (value === undefined) return undefined;
  const name = unescaped(value);
  return file.test(name) ? name : undefined;
}

/** As it stands where it is no UTF-8: older systems escape GBK. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
