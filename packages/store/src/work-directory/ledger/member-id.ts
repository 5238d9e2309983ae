/** What the files of an archive are called as inputs: `a.zip!/b/c.pdf`. */

/** `!` and not `/` alone: a folder may be called like an archive. */
const mark = '!/';
/** The first text after all those that begin with {@link mark}. */
const afterMark = '!0';

export const memberId = (archiveId: string, name: string): string => `${archiveId}${mark}${name}`;

/** The ids of all that is in an archive: from the first on, up to the second, which is none. */
export const membersOf = (archiveId: string): { readonly from: string; readonly to: string } => ({
  from: `${archiveId}${mark}`,
  to: `${archiveId}${afterMark}`,
});

/** The archive that a file lies in, the innermost one; undefined for an input that lies in none. */
export function archiveOf(sourceId: string): string | undefined {
  const at = sourceId.lastIndexOf(mark);
  return at > 0 ? sourceId.slice(0, at) : undefined;
}
