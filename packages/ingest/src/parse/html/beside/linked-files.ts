/** Addresses of files that an element leads to: by its link, by its script, by what it embeds. */
import type { Element } from '../tree/element.ts';
import {
  decodedAddress,
  fileNameIn,
  isDownload,
  isFetched,
  isFileName,
} from '../tree/file-address.ts';

/** Elements that print a file inside the page, and the attribute that names it. */
const embedding: Readonly<Record<string, string>> = {
  iframe: 'src',
  frame: 'src',
  embed: 'src',
  object: 'data',
};
/** Whether an element may print a file inside the page. */
export const isEmbedding = ({ name }: Element): boolean => Object.hasOwn(embedding, name);

/** Attributes in which scripts look for the address of a link. */
const dataAttribute =
  /^(data-(href|url|src|link|file|path|download|appendix)|oldsrc|appendix-url)$/i;
const quoted = /["']([^"'<>\s]{4,400})["']/g;
/** Viewers take the file as a part of their own address. */
const viewed = /[?&#](?:file|url|src|path|pdf|pdfurl|fileurl)=([^&#]{4,600})/i;

const viewer = /view|reader|preview|pdfjs/i;

const isFileAddress = (address: string): boolean =>
  isFetched(address) && (fileNameIn(address) !== undefined || isDownload(address));

/** The file that a viewer shows, or the address itself. */
function fileShown(address: string): string {
  const inner = viewed.exec(address)?.[1];
  if (inner === undefined || !viewer.test(address)) return address;
  const file = decodedAddress(inner);
  return fileNameIn(file) === undefined ? address : file;
}

/** The address that a click on an element fetches by script. */
function byScript({ attribs }: Element): string | undefined {
  for (const name in attribs) {
    const value = attribs[name] ?? '';
    if (dataAttribute.test(name) && isFileAddress(value)) return value;
  }
  const script =
    attribs['onclick'] ?? (isFetched(attribs['href'] ?? '') ? '' : attribs['href']) ?? '';
  if (script === '') return undefined;
  for (const match of script.matchAll(quoted)) {
    const value = match[1] ?? '';
    if (isFileAddress(value)) return value;
  }
  return undefined;
}

/** The file that an element prints inside the page. */
function embedded({ name, attribs }: Element): string | undefined {
  const address = attribs[embedding[name] ?? '']?.trim();
  if (address === undefined || !isFetched(address)) return undefined;
  const file = fileShown(address);
  const called = fileNameIn(file);
  return called !== undefined && isFileName(called) ? file : undefined;
}

/** Where an element leads, if that may be a file; a link to another page is given as it is. */
export function addressOf(element: Element): string | undefined {
  if (isEmbedding(element)) return embedded(element);
  const href = element.attribs['href']?.trim() ?? '';
  if (element.name === 'a' && isFetched(href)) return fileShown(href);
  return byScript(element);
}
