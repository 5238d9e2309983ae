/**
 * The pages of a document: its text is one page, broken by pictures that are pages themselves.
 *
 * Notices are often a few typed lines over pasted scans, or scans alone. Those pictures are read by
 * OCR in their place; other pictures stay figures, and large ones are told.
 */
import type { Block, Diagnostic } from '@xxgk/extract/document';
import { IngestError, TooLargeError } from '../../errors.ts';
import type { ScanPage, TextPage } from '../../stage.ts';
import type { ParseContext } from '../parser.ts';
import type { Item } from './paragraph.ts';
import { isPageSized, mayHoldText, type Picture } from './picture.ts';
import { scanOf } from './scan.ts';

/** Pictures that are read by OCR at most. */
const scanLimit = 500;
const letter = /[\p{L}\p{N}]/u;

export interface Paged {
  readonly pages: readonly (TextPage | ScanPage)[];
  readonly diagnostics: readonly Diagnostic[];
}

function holdsText({ block }: Item): boolean {
  if (block.role !== 'body' || block.kind === 'figure') return false;
  return block.kind === 'table'
    ? block.cells.some(({ text }) => letter.test(text))
    : letter.test(block.text);
}

function unread(picture: Picture, why: string, severity: Diagnostic['severity']): Diagnostic {
  const { name, width, height } = picture;
  const size = width > 0 ? ` (${Math.round(width)} × ${Math.round(height)} pt)` : '';
  return {
    code: 'parse/picture-unread',
    severity,
    message: `The picture ${name}${size} ${why}: look at it in the original.`,
    place: null,
  };
}

/** Collects pages while the items go by. */
class Pages {
  readonly pages: (TextPage | ScanPage)[] = [];
  readonly diagnostics: Diagnostic[] = [];
  #blocks: Block[] = [];
  #scans = 0;

  add(block: Block): void {
    this.#blocks.push(block);
  }

  endText(): void {
    if (this.#blocks.length === 0) return;
    const number = this.pages.length + 1;
    this.pages.push({ kind: 'text', number, readBy: 'text', blocks: this.#blocks });
    this.#blocks = [];
  }

  /** Tries to make a page of a picture; the figure stays where that fails. */
  async scan(block: Block, picture: Picture, reason: string, context: ParseContext): Promise<void> {
    this.#scans += 1;
    if (this.#scans > scanLimit) {
      throw new TooLargeError('The number of pictures to read by OCR', String(scanLimit));
    }
    const number = this.pages.length + (this.#blocks.length > 0 ? 2 : 1);
    try {
      const scan = await scanOf(picture, number, context, reason);
      this.endText();
      this.pages.push(...scan.pages);
      this.diagnostics.push(...scan.diagnostics);
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      this.add(block);
      this.diagnostics.push(unread(picture, 'could not be decoded and was not read', 'error'));
    }
  }
}

/** @param items In order; furniture of the document around its body. */
export async function pagesOf(items: readonly Item[], context: ParseContext): Promise<Paged> {
  const made = new Pages();
  const empty = !items.some(holdsText);
  const reason = empty ? 'the file holds pictures and no text' : 'a picture as large as a page';
  for (const item of items) {
    const picture = 'picture' in item ? item.picture : undefined;
    if (picture && (empty ? mayHoldText(picture) : isPageSized(picture))) {
      await made.scan(item.block, picture, reason, context);
      continue;
    }
    made.add(item.block);
    if (picture && mayHoldText(picture)) {
      made.diagnostics.push(unread(picture, 'stands beside text and was not read', 'warning'));
    }
  }
  made.endText();
  const { pages, diagnostics } = made;
  const none: TextPage = { kind: 'text', number: 1, readBy: 'text', blocks: [] };
  return { pages: pages.length > 0 ? pages : [none], diagnostics };
}
