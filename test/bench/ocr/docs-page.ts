/** The figures of a run as the page `docs/ocr.md`: written by the command, never by hand. */
import type { Table } from './report.ts';

const head = `# How well page images are read

Written by \`pnpm bench ocr --docs\`: do not edit. All subjects read the same images in one run, each in a process of its own. The
pages are made by recipes under \`test/recipes\` with invented text, so that what stands on them is known: running text in three
faces and sizes, signed at its foot, and the statutory tables of 2014, 2019 and 2021 with invented figures.

- **Character error**: edits to the known text per character of it, blanks left out, the width of punctuation folded.
- **Values** are the cells that hold a figure, \`/\`, \`——\` or nothing, **labels** all others; *exact* ones are read as printed.
- **Signs** are the values 0, \`/\`, \`——\` and blank: none may be taken for another.
- **Wrong > 0.8** counts cells that were not read as printed and yet given with a confidence above 0.8: there should be none.
  *Right > 0.8* is the share of those read as printed that are given with such a confidence.
- **Reliability** says, for each range of confidence, how many cells with print got it and how many of them are right.
- **CPU** is user and system time of the process and all it starts. \`tesseract\` is Debian's, with \`OMP_THREAD_LIMIT=1\`, on the image as
  it is; \`tesseract.js\` the package with its full model, likewise. Both read tables as running text: they are not scored there.
- **Pool**: the processes that read pages in the product, from the start of the first to the end of the last page; the better of two
  runs each. Its memory counts what processes share in each of them.

\`copied\` is a blurred and grainy copy stored as JPEG of quality 50. The recipes of all conditions stand in \`test/bench/ocr/pages.ts\`.
`;

/** How the figures came about. */
export interface Run {
  /** Said as it is, e.g. `2 cores, Node v24`. */
  readonly machine: string;
  /** Arguments of the command; `--only` among them names the conditions that were made. */
  readonly args: readonly string[];
}

export const docsPage = (tables: readonly Table[], run: Run): string =>
  [head, madeBy(run), ...tables.map(section), ''].join('\n\n').trimEnd().concat('\n');

const madeBy = ({ machine, args }: Run): string => {
  const command = ['pnpm bench ocr', ...args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg))];
  const isPart = args.some((arg) => arg.startsWith('--only'));
  const part = isPart ? ' Only the conditions named there were made, not all there are.' : '';
  return `Measured on ${machine}, by \`${command.join(' ')}\`.${part}`;
};

const section = ({ title, rows }: Table): string => {
  const [columns = [], ...body] = rows;
  const rule = columns.map((_, at) => (at === 0 ? '---' : '---:'));
  return [`## ${title}`, '', ...[columns, rule, ...body].map(line)].join('\n');
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
