/** The letters of a paragraph as printed: fields by their results, deleted and hidden text left out. */
import type { Fields, Link } from '../word/field.ts';
import { type Look, overlay } from '../word/look.ts';
import type { Item } from '../word/paragraph.ts';
import { type Run, shown } from '../word/run.ts';
import { isSignFont, signOf } from '../word/signs.ts';
import { u32 } from './bytes.ts';
import { type CharacterLook, characterLook } from './character-look.ts';
import type { Context } from './context.ts';
import { inlinePicture, type Shape } from './drawings.ts';
import { letter } from './letters.ts';
import type { Piece } from './pieces.ts';

export interface ParagraphText {
  readonly lines: readonly (readonly Run[])[];
  readonly links: readonly Link[];
  readonly figures: readonly Item[];
  /** Shapes anchored here. */
  readonly shapes: readonly Shape[];
}

interface Reading {
  readonly lines: Run[][];
  readonly figures: Item[];
  readonly shapes: Shape[];
  readonly fields: Fields;
  readonly context: Context;
}

const tab = '\t';
const hyphen = '-';

/** A picture of no size is the data of a field of a form. */
const isForm = (width: number): boolean => width === 0;

function addPicture({ figures, context, fields }: Reading, at: number): void {
  const picture = inlinePicture(context.fib, at);
  if (!picture || fields.hiding || isForm(picture.width)) return;
  figures.push({
    block: { kind: 'figure', role: 'body', text: '', path: picture.name },
    picture,
  });
}

function print(reading: Reading, text: string, look: Look): void {
  if (text === '') return;
  if (reading.fields.hiding) reading.fields.code(text);
  else if (look.hidden) reading.context.found.hidden += text.length;
  else {
    const printed = shown(text, look);
    reading.fields.print(printed);
    reading.lines.at(-1)?.push({ text: printed, look });
  }
}

type Control = (reading: Reading, own: CharacterLook, at: number) => void;

const newLine: Control = ({ lines, fields }) => {
  if (!fields.hiding) lines.push([]);
};

/** Letters that are no letters. Those that are not listed are marks of notes and comments. */
const controls: Readonly<Record<number, Control>> = {
  [letter.tab]: (reading, { look }) => print(reading, tab, look),
  [letter.noBreakHyphen]: (reading, { look }) => print(reading, hyphen, look),
  [letter.lineBreak]: newLine,
  [letter.columnBreak]: newLine,
  [letter.fieldBegin]: ({ fields }) => fields.begin(),
  [letter.fieldSeparator]: ({ fields }) => fields.separate(),
  [letter.fieldEnd]: (reading, { look }) => print(reading, reading.fields.end(), look),
  [letter.picture]: (reading, { special, picture }) => {
    if (special && picture !== undefined) addPicture(reading, picture);
  },
  [letter.shape]: ({ shapes, context }, _, at) => {
    shapes.push(...(context.shapes.get(at) ?? []));
  },
};

const firstPrinted = 0x20;

/** Prints letters that share a look. */
function readRun(reading: Reading, text: string, own: CharacterLook, start: number): void {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= firstPrinted) {
      plain += text.charAt(at);
      continue;
    }
    print(reading, plain, own.look);
    plain = '';
    controls[code]?.(reading, own, start + at);
  }
  print(reading, plain, own.look);
}

/** A letter that stands for a sign of a font of signs. */
function signText({ sign }: CharacterLook, length: number, fonts: readonly string[]): string {
  return sign ? signOf(fonts[sign.font] ?? '', sign.code).repeat(length) : '';
}

function lookAt(base: Look, piece: Piece, offset: number, context: Context): CharacterLook {
  const run = context.characters.at(offset);
  const properties = [run?.properties, piece.changes].filter((each) => each !== undefined);
  const own = characterLook(properties, base, (style) => context.styles.look(style));
  const font = own.font === undefined ? undefined : context.fonts[own.font];
  const signs = font !== undefined && isSignFont(font);
  return signs ? { ...own, look: overlay(own.look, { signFont: font }) } : own;
}

/** First character after those that share properties with one. */
function endOfRun(at: number, piece: Piece, offset: number, context: Context): number {
  const run = context.characters.at(offset);
  const bytes = run ? run.end - offset : piece.bytesPerLetter;
  const letters = Math.max(1, Math.floor(bytes / piece.bytesPerLetter));
  return Math.min(piece.end, at + letters);
}

function readLetters(reading: Reading, from: number, to: number, base: Look): void {
  const { context } = reading;
  for (let at = from; at < to; ) {
    const piece = context.pieces.at(at);
    if (!piece) return;
    const offset = piece.offset + (at - piece.start) * piece.bytesPerLetter;
    const end = Math.min(to, endOfRun(at, piece, offset, context));
    const own = lookAt(base, piece, offset, context);
    if (own.deleted || own.inserted) context.found.changes += 1;
    if (!own.deleted) {
      const text = context.pieces.text.slice(at, end);
      if (own.sign && own.special) print(reading, signText(own, end - at, context.fonts), own.look);
      else readRun(reading, text, own, at);
    }
    at = end;
  }
}

/**
 * @param base The look of the paragraph's style.
 * @param fields Those that an earlier paragraph left open.
 */
export function textOf(
  from: number,
  to: number,
  base: Look,
  fields: Fields,
  context: Context,
): ParagraphText {
  const known = fields.links.length;
  const reading: Reading = { lines: [[]], figures: [], shapes: [], fields, context };
  readLetters(reading, from, to, base);
  return { ...reading, links: fields.links.slice(known) };
}

/** Whether the mark at the end of a paragraph is gone: the next paragraph goes on in its line. */
export function isMarkGone(at: number, base: Look, context: Context): boolean {
  const piece = context.pieces.at(at);
  if (!piece) return false;
  const offset = piece.offset + (at - piece.start) * piece.bytesPerLetter;
  const { deleted, look } = lookAt(base, piece, offset, context);
  return deleted || look.hidden === true;
}

/** Modifiers too many for a page lie in the stream of data (PrcData, §2.9.209). */
export const largeProperties = ({ data }: Context['fib'], at: number): Buffer =>
  data.subarray(at + 2, at + 2 + (u32(data, at) & 0xffff));
