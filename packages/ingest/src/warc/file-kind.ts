/**
 * Which recorded files may be documents. A recording holds all that a browser loads: style sheets,
 * scripts, fonts, icons; on many sites they are nine tenths of it.
 */
import { endingsOf } from '@xxgk/extract/file-formats';
import { sniff } from '../decode/sniff.ts';
import { parsers } from '../parse/index.ts';
import type { SourceFile } from '../stage.ts';

/** What is passed over, as it is counted. */
export type NoDocument = 'style' | 'script' | 'font' | 'image' | 'media' | 'data' | 'unknown';

const byType: readonly (readonly [RegExp, NoDocument])[] = [
  [/^text\/css\b/, 'style'],
  [/javascript|ecmascript/, 'script'],
  [/^(?:font\/|application\/(?:x-)?font)|vnd\.ms-fontobject/, 'font'],
  [/^(?:audio|video)\//, 'media'],
  [/^(?:image\/svg|image\/x-icon|image\/vnd\.microsoft\.icon)/, 'image'],
  [/^(?:application\/(?:.*\+)?json|text\/json|application\/(?:rss|atom)\+xml|text\/xml)\b/, 'data'],
  [/^application\/(?:wasm|manifest)|^text\/vtt/, 'data'],
];

const byName: readonly (readonly [RegExp, NoDocument])[] = [
  [/\.css$/i, 'style'],
  [/\.m?js$/i, 'script'],
  [/\.(?:woff2?|ttf|otf|eot)$/i, 'font'],
  [/\.(?:mp[34]|m4[av]|flv|swf|avi|wmv|webm|ogg|wav|m3u8|ts)$/i, 'media'],
  [/\.(?:svg|ico|cur)$/i, 'image'],
  [/\.(?:json|xml|map|wasm|webmanifest)$/i, 'data'],
];

const documentType =
  /^(?:text\/html|application\/xhtml|application\/pdf|application\/(?:ms|vnd\.ms-)|application\/vnd\.openxml|application\/(?:ofd|rtf|wps)|text\/(?:rtf|csv))|^application\/(?:x-)?(?:zip|rar|7z|tar|gzip)|rar-compressed|7z-compressed/;
const documentName = new RegExp(
  `\\.(?:${endingsOf('text', 'sheet', 'slides', 'page', 'saved-page', 'archive')})$`,
  'i',
);
const archive = /^(?:PK\x03\x04|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c)/;

/** What the file is that can be no document; undefined where it may be one. */
export async function noDocument(file: SourceFile): Promise<NoDocument | undefined> {
  const { bytes, fileName, declaredType } = file;
  const parser = sniff(bytes, fileName, parsers);
  if (parser?.mediaType.startsWith('image/')) {
    const { isPageImage } = await import('./page-image.ts');
    return (await isPageImage(bytes)) ? undefined : 'image';
  }
  // Scripts hold pieces of pages; what is no text at all is what its bytes say.
  if (parser && !parser.textual) return undefined;
  const said = saidKind(file);
  if (said !== undefined) return said;
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  if (parser || archive.test(head)) return undefined;
  const promised = documentType.test(declaredType ?? '') || documentName.test(fileName ?? '');
  return promised ? undefined : 'unknown';
}

/** The same by what is said of a file alone, for one whose bytes cannot be had. */
export const saidKind = ({
  fileName,
  declaredType,
}: Pick<SourceFile, 'fileName' | 'declaredType'>): NoDocument | undefined =>
  kindIn(byType, declaredType ?? '') ?? kindIn(byName, fileName ?? '');

const kindIn = (
  kinds: readonly (readonly [RegExp, NoDocument])[],
  text: string,
): NoDocument | undefined => kinds.find(([form]) => form.test(text))?.[1];
