/** What the address of a link tells about the file behind it. */
import { endingsOf, filesOfPeople } from '@xxgk/extract/file-formats';

const fileName = new RegExp(
  `[^/\\\\?#&=]{1,200}\\.(?:${endingsOf(...filesOfPeople, 'data')})$`,
  'i',
);
const image = new RegExp(`\\.(?:${endingsOf('scan', 'picture')})$`, 'i');
const pathEnd = /[?#]/;
const notFetched = /^(javascript|mailto|tel|data|about|#)/i;
/** Downloads whose address shows no file: 大汉 jcms and jpaas, 博达 VSB, TRS, NFCMS, 龙讯, and home-made ones. */
const endpoint =
  /(^|[/.?&=_-])(downfile|download\w{0,12}|filedown\w{0,8}|getfile|openfile|readfile|showfile|wbfileid|fileid|attachid|attachmentid)([/.?&=_-]|$)|DownloadAttachUrl|OpennessContent\/download|\/attach(ment)?s?\/(down|\d)|\/system\/_content\//i;
const inQuery =
  /[?&](?:\w{0,12}file_?name|\w{0,12}fileurl|filepath|path|file|url|src|name)=([^&#]{1,300})/gi;

/** Percent signs and `+` undone as far as they are whole. */
export function decodedAddress(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const lastPart = (path: string): string => decodedAddress(path).split('/').at(-1) ?? '';

/** Whether a text ends like the name of a file. */
export const isFileName = (text: string): boolean => fileName.test(text);

export const isImageName = (text: string): boolean => image.test(text);

/** Whether an address leads to something that can be fetched. */
export const isFetched = (href: string): boolean => href !== '' && !notFetched.test(href);

/** The name of the file that an address gives, in its path or in its query; undefined where it gives none. */
export function fileNameIn(href: string): string | undefined {
  const [path = ''] = href.split(pathEnd);
  const named = [...href.matchAll(inQuery)].map((match) => lastPart(match[1] ?? ''));
  return [...named, lastPart(path)].find(isFileName);
}

/** Whether an address is that of a download, by its own words. */
export const isDownload = (href: string): boolean => endpoint.test(href);

/** Whether an address leads to a file that is no picture, as far as the address tells. */
export function leadsToFile(href: string): boolean {
  if (!isFetched(href)) return false;
  const name = fileNameIn(href);
  return name === undefined ? isDownload(href) : !isImageName(name);
}
