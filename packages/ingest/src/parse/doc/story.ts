/** One text of a DOC as blocks: its main text, a header, the notes. */
import type { Role } from '@xxgk/extract/document';
import { TooLargeError } from '../../errors.ts';
import { Fields } from '../word/field.ts';
import { Flow } from '../word/flow.ts';
import { attachmentsOf } from '../word/link.ts';
import type { Look } from '../word/look.ts';
import { blocksOf, type Item } from '../word/paragraph.ts';
import { u16 } from './bytes.ts';
import type { Context } from './context.ts';
import type { Shape } from './drawings.ts';
import { endsParagraph, letter } from './letters.ts';
import { type ParagraphLook, paragraphLook } from './paragraph-look.ts';
import { isMarkGone, largeProperties, type ParagraphText, textOf } from './runs.ts';
import { rowShape } from './table-shape.ts';

/** Some 5,000 printed pages; more is no document but a bomb. */
const paragraphLimit = 200_000;

interface ParagraphAt extends ParagraphLook {
  readonly style: number;
  readonly base: Look;
  readonly properties: readonly Buffer[];
}

/** Properties of the paragraph that ends at a character. */
function paragraphAt(end: number, context: Context): ParagraphAt {
  const piece = context.pieces.at(end);
  const offset = piece ? piece.offset + (end - piece.start) * piece.bytesPerLetter : 0;
  const own = context.paragraphs.at(offset)?.properties ?? Buffer.alloc(0);
  const style = u16(own, 0);
  const base = context.styles.look(style);
  const near = [own.subarray(2), ...(piece ? [piece.changes] : [])];
  const first = paragraphLook(near, base);
  if (first.more === undefined) return { ...first, style, base, properties: near };
  const properties = [largeProperties(context.fib, first.more), ...near];
  return { ...paragraphLook(properties, base), style, base, properties };
}

/** Called for shapes anchored in the text; returns what their text boxes hold. */
export type ReadBox = (shape: Shape) => readonly Item[];

class Story {
  readonly #flow: Flow;
  readonly #fields = new Fields();
  readonly #role: Role;
  readonly #context: Context;
  readonly #readBox: ReadBox;
  /** Where the text of the next paragraph begins. */
  #from: number;
  #count = 0;

  constructor(role: Role, from: number, context: Context, readBox: ReadBox) {
    this.#role = role;
    this.#from = from;
    this.#context = context;
    this.#readBox = readBox;
    this.#flow = new Flow(role);
  }

  /** Ends a paragraph at the letter that ends it. */
  end(at: number): void {
    this.#count += 1;
    if (this.#count > paragraphLimit) {
      throw new TooLargeError('A Word file of so many paragraphs', `${paragraphLimit} paragraphs`);
    }
    const paragraph = paragraphAt(at, this.#context);
    const code = this.#context.pieces.text.charCodeAt(at);
    const inLine = code !== letter.cellEnd && paragraph.depth === 0;
    if (inLine && isMarkGone(at, paragraph.base, this.#context)) return;
    const path = `WordDocument@${this.#from}`;
    const ends = paragraph.endsRow || paragraph.endsInnerRow;
    if (ends) this.#flow.endRow(paragraph.depth, rowShape(paragraph.properties), path);
    else this.#add(at, paragraph, path);
    if (!ends && (code === letter.cellEnd || paragraph.endsInnerCell)) {
      this.#flow.endCell(Math.max(1, paragraph.depth), path);
    }
    this.#from = at + 1;
  }

  items(): Item[] {
    return this.#flow.end();
  }

  #add(at: number, { look, style, base, depth }: ParagraphAt, path: string): void {
    const { styles, numbering } = this.#context;
    const text = textOf(this.#from, at, base, this.#fields, this.#context);
    // A code stands in one paragraph; one without an end would swallow the rest of the file.
    this.#fields.dropCodes();
    const listed = look.list !== undefined && look.list !== '0';
    const number = listed ? numbering.next(look.list ?? '', look.level ?? 0) : '';
    const paragraph = { lines: text.lines, look, styleName: styles.nameOf(style), number, path };
    const items = [
      ...blocksOf(paragraph, this.#role),
      ...attachmentsOf(text.links, path),
      ...this.#drawn(text, path),
    ];
    this.#flow.add(items, depth, path);
  }

  #drawn({ shapes, figures }: ParagraphText, path: string): Item[] {
    if (this.#role !== 'body') return [];
    const floating = shapes.flatMap((shape): Item[] => {
      const { text, picture } = shape;
      const boxes = this.#readBox(shape);
      const art = { kind: 'paragraph', role: this.#role, align: 'center', path } as const;
      if (text) return [{ block: { ...art, text } }, ...boxes];
      if (!picture) return [...boxes];
      const figure = { kind: 'figure', role: this.#role, text: '', path: picture.name } as const;
      return [{ block: figure, picture }, ...boxes];
    });
    return [...floating, ...figures];
  }
}

/**
 * @param from First character.
 * @param to Last character, exclusive.
 */
export function readStory(
  [from, to]: readonly [number, number],
  role: Role,
  context: Context,
  readBox: ReadBox = () => [],
): Item[] {
  const { text } = context.pieces;
  const end = Math.min(to, text.length);
  const story = new Story(role, from, context, readBox);
  let last = from;
  for (let at = from; at < end; at += 1) {
    if (!endsParagraph(text.charCodeAt(at))) continue;
    story.end(at);
    last = at + 1;
  }
  if (last < end) story.end(end);
  return story.items();
}
