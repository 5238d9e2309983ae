/** Blocks of the recipe as letters with properties, as a legacy Word file holds them. */
import { type CellEdge, letters, paragraphs, rowDefinition } from './sprms.ts';

export interface DocRun {
  readonly text: string;
  readonly bold?: boolean;
  readonly hidden?: boolean;
  readonly deleted?: boolean;
  readonly raised?: boolean;
}

export interface DocParagraph {
  readonly runs: readonly DocRun[];
  readonly centred?: boolean;
  /** List, from 1, and level, from 0. */
  readonly list?: readonly [list: number, level: number];
  /** The mark at its end is tracked as deleted. */
  readonly markDeleted?: boolean;
}

export interface DocCell extends Partial<CellEdge> {
  /** A line break begins a paragraph of the cell. */
  readonly text: string;
  /** A table inside of the cell, after its text. */
  readonly inner?: readonly (readonly string[])[];
}

export type DocRow = readonly (string | DocCell)[];
/** A paragraph, or a table as rows of cells. */
export type DocBlock = string | DocParagraph | readonly DocRow[];

/** Letters that share properties. */
export interface Mark {
  readonly text: string;
  /** Modifiers of the letters. */
  readonly letters: Buffer;
  /** Modifiers of the paragraph that they end; undefined inside of one. */
  readonly paragraph?: Buffer;
}

const none = Buffer.alloc(0);
const cellEnd = '\u0007';
const paragraphEnd = '\r';

const lettersOf = ({ bold, hidden, deleted, raised }: DocRun): Buffer =>
  Buffer.concat([
    bold ? letters.bold : none,
    hidden ? letters.hidden : none,
    deleted ? letters.deleted : none,
    raised ? letters.raised : none,
  ]);

function paragraphMarks({ runs, centred, list, markDeleted }: DocParagraph): Mark[] {
  const paragraph = Buffer.concat([
    centred ? paragraphs.centred : none,
    list ? paragraphs.list(...list) : none,
  ]);
  return [
    ...runs.map((run) => ({ text: run.text, letters: lettersOf(run) })),
    { text: paragraphEnd, letters: markDeleted ? letters.deleted : none, paragraph },
  ];
}

/** Letters up to the end of a paragraph, cell or row. */
const ended = (text: string, ...properties: readonly Buffer[]): Mark => ({
  text,
  letters: none,
  paragraph: Buffer.concat(properties),
});

/** A table inside of a cell: its marks are paragraph ends that say what they end. */
function innerMarks(rows: readonly (readonly string[])[]): Mark[] {
  const deep = [paragraphs.inTable, paragraphs.depth(2)];
  return rows.flatMap((row) => [
    ...row.map((text) => ended(text + paragraphEnd, ...deep, paragraphs.endsInnerCell)),
    ended(paragraphEnd, ...deep, paragraphs.endsInnerRow, paragraphs.endsInnerCell),
  ]);
}

function cellMarks(cell: string | DocCell): Mark[] {
  const { text, inner = [] } = typeof cell === 'string' ? { text: cell } : cell;
  const lines = text.split('\n');
  const before = inner.length > 0 ? lines : lines.slice(0, -1);
  const last = inner.length > 0 ? '' : (lines.at(-1) ?? '');
  return [
    ...before.map((line) => ended(line + paragraphEnd, paragraphs.inTable)),
    ...innerMarks(inner),
    ended(last + cellEnd, paragraphs.inTable),
  ];
}

/** Cells are 100 points wide where nothing is said. */
const edgeOf = (cell: string | DocCell, at: number): CellEdge =>
  typeof cell === 'string' ? { right: (at + 1) * 2000 } : { right: (at + 1) * 2000, ...cell };

const rowMarks = (row: DocRow): Mark[] => [
  ...row.flatMap(cellMarks),
  ended(cellEnd, paragraphs.inTable, paragraphs.endsRow, rowDefinition(row.map(edgeOf))),
];

export function marksOf(block: DocBlock): Mark[] {
  if (typeof block === 'string') return paragraphMarks({ runs: [{ text: block }] });
  return 'runs' in block ? paragraphMarks(block) : block.flatMap(rowMarks);
}
