/** How far what was read is from what stands in the file. */
import { distance } from 'fastest-levenshtein';
import type { BenchFile } from './item.ts';

export interface Score {
  /** Characters of the known text, and edits from what was read to it; null where it is not known. */
  readonly characters: number | null;
  readonly edits: number | null;
  /** Pieces of the text that are not there. */
  readonly missing: number;
  /** Strings of the site around the text that are there. */
  readonly leaked: readonly string[];
}

const blanks = /\s+/gu;
/** A page number as GB/T 9704-2012 §7.5 sets it: whether a reader keeps it is not judged here. */
const folio = /—\s*\d{1,4}\s*—/gu;
/** What HTML makes of the text in a converter's output. */
const tag = /<\/?[a-z][^<>]{0,2000}>/giu;

const bare = (text: string): string => text.replace(folio, '').replace(blanks, '').normalize('NFC');

export function scoreOf(file: BenchFile, read: string): Score {
  const text = bare(read.replace(tag, ''));
  const lacks = (piece: string): boolean => !text.includes(bare(piece));
  return {
    ...editsOf(file, text),
    missing: file.contains.filter(lacks).length,
    leaked: file.chrome.filter((piece) => !lacks(piece)),
  };
}

function editsOf(file: BenchFile, text: string): Pick<Score, 'characters' | 'edits'> {
  if (file.text === null) return { characters: null, edits: null };
  const known = bare(file.text);
  const title = bare(file.title ?? '');
  const own = title !== '' && text.startsWith(title) && !known.startsWith(title);
  return {
    characters: known.length,
    edits: distance(known, own ? text.slice(title.length) : text),
  };
}
