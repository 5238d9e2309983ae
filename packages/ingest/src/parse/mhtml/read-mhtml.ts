/** A web archive: its pages as any web pages, and its pictures as those of any document. */
import type { Diagnostic } from '@xxgk/extract/document';
import { UnreadableError } from '../../errors.ts';
import type { Decoded, Parsed, ScanPage, TextPage } from '../../stage.ts';
import type { ParseContext } from '../parser.ts';
import { pagesOf } from '../word/pages.ts';
import type { Item } from '../word/paragraph.ts';
import { Archive, type ArchivePage } from './archive.ts';
import { fromFirstHeader } from './head.ts';
import type { Part } from './mime.ts';

const picture = /^image\/(?!svg|x-emf|x-wmf|gif)/;

const asItem = ({ location, content }: Part, at: number): Item => {
  const path = location || `picture ${at + 1}`;
  const block = { kind: 'figure', role: 'body', text: '', path } as const;
  return { block, picture: { name: path, width: 0, height: 0, read: () => content } };
};

const brokenOff: Diagnostic = {
  code: 'parse/truncated',
  severity: 'error',
  message: 'This web archive breaks off before its end: fetch it again, what follows is missing.',
  place: null,
};

/** Whether a page says nothing and shows no picture that the archive holds. */
const isEmpty = (items: readonly Item[]): boolean =>
  items.every(
    (item) => item.block.role !== 'body' || (item.block.kind === 'figure' && !('picture' in item)),
  );

/** What an archive shows whose page shows nothing: all pictures in it. */
function shownBy(pages: readonly ArchivePage[], parts: readonly Part[]): readonly ArchivePage[] {
  const [only] = pages;
  if (pages.length !== 1 || !only || !isEmpty(only.items)) return pages;
  const pictures = parts.filter(({ type }) => picture.test(type));
  return [{ ...only, items: [...only.items, ...pictures.map(asItem)] }];
}

/** @throws {UnreadableError} when the archive holds no page. */
export async function readMhtml(
  file: Decoded,
  context: ParseContext,
  version: string,
): Promise<Parsed> {
  const { buffer, byteOffset, byteLength } = fromFirstHeader(file.bytes);
  const archive = new Archive(file, Buffer.from(buffer, byteOffset, byteLength), version);
  const [main, ...others] = shownBy(archive.pages(), archive.parts);
  if (!main) throw new UnreadableError('MHTML', 'it is cut off or holds no page');
  const pages: (TextPage | ScanPage)[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { items, diagnostics: told } of [main, ...others]) {
    const paged = await pagesOf(items, context, pages.length);
    pages.push(...paged.pages);
    diagnostics.push(...told, ...paged.diagnostics);
  }
  const cut = archive.cutOff ? [brokenOff] : [];
  const stages = { 'parse.mhtml': version };
  const { charset } = main;
  return { ...main.parsed, pages, stages, charset, diagnostics: [...diagnostics, ...cut] };
}
