/** What a document holds besides the text that is read: told, so that nothing is lost in silence. */
import type { Diagnostic } from '@xxgk/extract/document';

/** Counters of a reading. */
export interface Found {
  /** Characters that the author hid. */
  hidden: number;
  /** Insertions, deletions and moves that nobody has accepted yet. */
  changes: number;
  /** Remarks of reviewers. */
  comments: number;
  /** Names of embedded files and objects. */
  readonly embedded: string[];
}

export const nothingFound = (): Found => ({ hidden: 0, changes: 0, comments: 0, embedded: [] });

const info = (code: Diagnostic['code'], message: string): Diagnostic => ({
  code,
  severity: 'info',
  message,
  place: null,
});

/** @param unknownFormats Number formats that could not be printed. */
export function diagnosticsOf(found: Found, unknownFormats: readonly string[]): Diagnostic[] {
  const { hidden, changes, comments, embedded } = found;
  const told: Diagnostic[] = [];
  if (hidden > 0) {
    told.push(
      info('parse/hidden-text', `${hidden} characters are hidden in the file and were left out.`),
    );
  }
  if (changes > 0) {
    told.push(
      info(
        'parse/tracked-changes',
        `The file holds ${changes} tracked changes; the text was read as if all were accepted.`,
      ),
    );
  }
  if (comments > 0) {
    told.push(
      info('parse/comments', `${comments} comments of reviewers are not part of the text.`),
    );
  }
  for (const name of embedded) {
    told.push({
      code: 'parse/embedded',
      severity: 'warning',
      message: `The file embeds ${name}, which was not read: open the original if it matters.`,
      place: null,
    });
  }
  for (const format of unknownFormats) {
    told.push({
      code: 'parse/number-format',
      severity: 'warning',
      message: `Automatic numbers of the format ${format} are missing in the text: compare with the original.`,
      place: null,
    });
  }
  return told;
}
