/**
 * Text as it is compared with vocabularies: labels, chrome, names of columns.
 *
 * Pages of mirrors arrive in traditional characters with readings in brackets, and vocabularies are
 * written once, in simplified ones. The way back is kept, so that values can be cut from the source.
 */
import type { Traced } from '@xxgk/extract/document';
import { edit } from '../edit.ts';
import { pinyinNotes } from './pinyin.ts';
import { toSimplified } from './simplified.ts';

const bracketed = /[(（]\p{Script=Latin}/u;
const blanks = /[\s\u00a0\u200b-\u200d\ufeff]+/g;
/** Characters without blanks, width or composition: normalising them changes nothing. */
const plain = /^[\u4e00-\u9fff\u0021-\u007e]*$/;

/** Simplified and without readings, traced to the text given. */
export function legible(text: string): Traced {
  const notes = bracketed.test(text) ? pinyinNotes(text).filter((note) => note.accepted) : [];
  const bare = edit<Traced>({ text }, notes);
  return edit(bare, toSimplified(bare.text));
}

/** Without blanks, width and script: equal keys mean the same words. */
export function keyOf(text: string): string {
  const { text: read } = legible(text);
  return plain.test(read) ? read : read.normalize('NFKC').replace(blanks, '');
}
