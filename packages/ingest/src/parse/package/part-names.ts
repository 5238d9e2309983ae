/** Tells parts of a package from files in an archive whose folder happens to be called like one. */
import { endingsOf } from '@xxgk/extract/file-formats';

/** What people put into folders called `word` or `xl`; a part of a package is XML or an image. */
const fileOfPeople = new RegExp(
  `\\.(?:${endingsOf('text', 'sheet', 'slides', 'plain', 'page', 'saved-page', 'archive')})$`,
  'i',
);

/** @param folder With its `/`. */
export const isPartIn = (folder: string, name: string): boolean =>
  name.startsWith(folder) && name.length > folder.length && !fileOfPeople.test(name);
