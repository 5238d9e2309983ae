/** What is read in the benchmark, and what is known about it. */

export type Format = 'pdf' | 'html' | 'docx' | 'doc' | 'ofd' | 'xlsx';

export interface BenchFile {
  /** A file on the disk: some peers take nothing else. */
  readonly path: string;
  readonly url: string | null;
  /** Charset of a web page, for peers that do not find it out. */
  readonly charset: string;
  /** The whole text of the document, blanks and line ends apart; null where it is not known. */
  readonly text: string | null;
  /** A title that readers give apart or leave at the head: it is not counted as an error. */
  readonly title: string | null;
  /** Pieces of the text that must be there. */
  readonly contains: readonly string[];
  /** Strings of the site around the text: each one found is a leak. */
  readonly chrome: readonly string[];
}

/** Files of one format whose times are added. */
export interface Item {
  readonly name: string;
  readonly format: Format;
  readonly files: readonly BenchFile[];
}
