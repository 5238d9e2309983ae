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
import { drawnBlocks, drawnIn, drawnTold } from './drawn-picture.ts';
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

/** Which pictures are pages themselves, and why. */
interface PagesOfPictures {
  readonly holds: (picture: Picture) => boolean;
  readonly reason: string;
}

const pictures: PagesOfPictures = {
  holds: mayHoldText,
  reason: 'the file holds pictures and no text',
};
const pageSized: PagesOfPictures = { holds: isPageSized, reason: 'a picture as large as a page' };

const withFacts = (page: ScanPage, facts: readonly Block[]): ScanPage =>
  facts.length === 0 ? page : { ...page, beside: [...facts, ...(page.beside ?? [])] };

/** Collects pages while the items go by. */
class Pages {
  readonly pages: (TextPage | ScanPage)[] = [];
  readonly diagnostics: Diagnostic[] = [];
  #blocks: Block[] = [];
  #scans = 0;
  /** Number of the page before the first. */
  readonly #before: number;

  constructor(before: number) {
    this.#before = before;
  }

  add(block: Block): void {
    this.#blocks.push(block);
  }

  async picture(
    block: Block,
    picture: Picture,
    { holds, reason }: PagesOfPictures,
    context: ParseContext,
  ): Promise<void> {
    const lines = mayHoldText(picture) ? await drawnIn(picture) : [];
    if (lines.length > 0) {
      this.#blocks.push(...drawnBlocks(block, lines, holds(picture)));
      this.diagnostics.push(drawnTold(picture));
    } else if (holds(picture)) await this.#scan(block, picture, reason, context);
    else {
      this.add(block);
      if (!mayHoldText(picture)) return;
      this.diagnostics.push(unread(picture, 'stands beside text and was not read', 'warning'));
    }
  }

  endText(): void {
    if (this.#blocks.length === 0) return;
    const number = this.#before + this.pages.length + 1;
    this.pages.push({ kind: 'text', number, readBy: 'text', blocks: this.#blocks });
    this.#blocks = [];
  }

  /** What the file says of itself, where nothing is written yet: it makes no page of its own. */
  #takeFacts(): Block[] {
    if (this.#blocks.some(({ role }) => role !== 'meta')) return [];
    const facts = this.#blocks;
    this.#blocks = [];
    return facts;
  }

  /** Tries to make a page of a picture; the figure stays where that fails. */
  async #scan(
    block: Block,
    picture: Picture,
    reason: string,
    context: ParseContext,
  ): Promise<void> {
    this.#scans += 1;
    if (this.#scans > scanLimit) {
      throw new TooLargeError('The number of pictures to read by OCR', String(scanLimit));
    }
    const written = this.#blocks.some(({ role }) => role !== 'meta');
    const number = this.#before + this.pages.length + (written ? 2 : 1);
    try {
      const scan = await scanOf(picture, number, context, reason);
      const facts = this.#takeFacts();
      this.endText();
      this.pages.push(...scan.pages.map((page, at) => (at === 0 ? withFacts(page, facts) : page)));
      this.diagnostics.push(...scan.diagnostics);
    } catch (error) {
      if (!(error instanceof IngestError)) throw error;
      this.add(block);
      this.diagnostics.push(unread(picture, 'could not be decoded and was not read', 'error'));
    }
  }
}

/**
 * @param items In order; furniture of the document around its body.
 * @param before Pages that the document has before these.
 */
export async function pagesOf(
  items: readonly Item[],
  context: ParseContext,
  before = 0,
): Promise<Paged> {
  const made = new Pages(before);
  const empty = !items.some(holdsText);
  for (const item of items) {
    const picture = 'picture' in item ? item.picture : undefined;
    if (picture) await made.picture(item.block, picture, empty ? pictures : pageSized, context);
    else made.add(item.block);
  }
  made.endText();
  const { pages, diagnostics } = made;
  const none: TextPage = { kind: 'text', number: before + 1, readBy: 'text', blocks: [] };
  return { pages: pages.length > 0 ? pages : [none], diagnostics };
}
