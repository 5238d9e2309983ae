/** What systems and programs leave in archives beside the files that people put there. */

/** Folders and files of macOS and Windows, and the lock files of Word. */
const leftBehind =
  /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$|desktop\.ini$|~\$[^/]*$|~WRL[^/]*\.tmp$)/i;
/** Hidden files, as they are left out of folders too. */
const hidden = /(?:^|\/)\.[^./]/;

/** @param name With `/` between folders. */
export const isJunk = (name: string): boolean => leftBehind.test(name) || hidden.test(name);
