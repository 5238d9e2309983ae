import { pinyinNotes } from '../../chinese/pinyin.ts';
import type { CleanText, Pass } from '../pass.ts';

/** Accepted notes with a tone mark above which a document is an annotated copy. */
const enoughToned = 3;
/** Without tones `(he)`, `(an)` may be anything: more hits, and nearly all of them readings. */
const enoughToneless = 20;
const nearlyAll = 0.95;

function annotated(texts: readonly CleanText[]): boolean {
  const notes = texts.flatMap(({ text }) => pinyinNotes(text));
  const accepted = notes.filter((note) => note.accepted);
  const toned = accepted.filter((note) => note.toned).length;
  if (toned >= enoughToned) return true;
  return accepted.length >= enoughToneless && accepted.length >= notes.length * nearlyAll;
}

/** Readings that mirrors put behind characters: `國(guó)`. */
export const pinyinPass: Pass = {
  rule: 'pinyin',
  position:
    'Before the conversion to simplified characters, whose dictionary of phrases does not reach across brackets.',
  plan: (texts) =>
    annotated(texts)
      ? ({ text }) => pinyinNotes(text).filter(({ accepted }) => accepted)
      : undefined,
};
