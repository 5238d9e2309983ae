/** Who is measured: ourselves and the libraries and programs that a user would pick instead. */
import type { BenchFile, Format } from './item.ts';

/** Reads one file, warm: whatever can be kept between two files has been loaded. */
export interface Reader {
  read(file: BenchFile, bytes: Uint8Array): Promise<string>;
  /** Peak memory of processes of its own, where it starts any; the measuring process's otherwise. */
  peakBytes?(): number;
}

export interface Subject {
  readonly name: string;
  readonly formats: readonly Format[];
  /** How it was used, in one line. */
  readonly how: string;
  /** File beside this one that exports `load`; whatever it throws means that the subject is absent. */
  readonly module: string;
  /** Passed to `load`. */
  readonly option?: string;
}

/** What the file of a subject exports. */
export interface SubjectModule {
  load(option: string): Promise<Reader>;
}

/** Ours is the first: the others are compared with it. */
export const subjects: readonly Subject[] = [
  {
    name: 'xxgk',
    formats: ['pdf', 'html', 'docx', 'doc', 'ofd', 'xlsx'],
    how: 'decode, parse, clean: text with places, paragraphs, tables',
    module: 'xxgk',
  },
  {
    name: 'pdfjs-dist',
    formats: ['pdf'],
    how: 'bare text: getTextContent of each page',
    module: 'pdfjs',
  },
  {
    name: 'liteparse',
    formats: ['pdf'],
    how: 'text, page by page, one warm parser, OCR off',
    module: 'liteparse',
    option: 'pages',
  },
  {
    name: 'liteparse whole',
    formats: ['pdf'],
    how: 'text, all pages in one call, OCR off',
    module: 'liteparse',
    option: 'whole',
  },
  {
    name: 'pdftotext',
    formats: ['pdf'],
    how: 'a new process for each file',
    module: 'command',
    option: 'pdftotext -q FILE -',
  },
  {
    name: 'mutool',
    formats: ['pdf'],
    how: 'a new process for each file',
    module: 'command',
    option: 'mutool draw -q -F txt FILE',
  },
  {
    name: 'readability+jsdom',
    formats: ['html'],
    how: 'textContent of parse()',
    module: 'readability',
    option: 'jsdom',
  },
  {
    name: 'readability+linkedom',
    formats: ['html'],
    how: 'textContent of parse()',
    module: 'readability',
    option: 'linkedom',
  },
  {
    name: 'defuddle+linkedom',
    formats: ['html'],
    how: 'defuddle/node, content without tags',
    module: 'defuddle',
  },
  {
    name: 'mammoth text',
    formats: ['docx'],
    how: 'extractRawText',
    module: 'mammoth',
    option: 'text',
  },
  {
    name: 'mammoth html',
    formats: ['docx'],
    how: 'convertToHtml, tags taken out',
    module: 'mammoth',
    option: 'html',
  },
  { name: 'word-extractor', formats: ['doc'], how: 'getBody', module: 'word-extractor' },
  {
    name: '@e965/xlsx',
    formats: ['xlsx'],
    how: 'read and sheet_to_csv of each sheet',
    module: 'sheetjs',
  },
];
