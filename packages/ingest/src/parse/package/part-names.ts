/** Tells parts of a package from files in an archive whose folder happens to be called like one. */

/** What people put into folders called `word` or `xl`; a part of a package is XML or an image. */
const fileOfPeople = /\.(?:docx?|wps|xlsx?|et|pptx?|pdf|ofd|html?|txt|rtf|zip|rar|7z)$/i;

/** @param folder With its `/`. */
export const isPartIn = (folder: string, name: string): boolean =>
  name.startsWith(folder) && name.length > folder.length && !fileOfPeople.test(name);
