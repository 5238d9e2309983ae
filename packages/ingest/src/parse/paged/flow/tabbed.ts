/**
 * Lines that stand in columns without surely being a table: each is read by itself, with tabs
 * between its columns.
 */
import { type Line, piecesOf } from '../lines.ts';
import { columnsUnder, textColumns } from '../table/text-columns.ts';
import type { TextRow } from '../table/text-rows.ts';

/** So many lines in a row show columns. */
const fewest = 3;
/** Letter heights of empty paper between the columns. */
const gap = 1.2;

const rowOf = (line: Line): TextRow => ({
  baseline: line.baseline,
  size: line.size,
  box: line.box,
  pieces: piecesOf(line, gap),
});

function withTabs(line: Line, { pieces }: TextRow): Line {
  return { ...line, text: pieces.map(({ text }) => text).join('\t') };
}

/** Whether the pieces of a line stand in columns of their own. */
function standsApart({ pieces }: TextRow, columns: ReturnType<typeof textColumns>): boolean {
  const under = pieces.map((piece) => columnsUnder(piece, columns));
  return under.every((each, at) => each !== undefined && each[0] > (under[at - 1]?.[1] ?? -1));
}

/** The lines, those in columns with tabs; and which these are. */
export function tabbed(lines: readonly Line[]): { lines: Line[]; apart: ReadonlySet<Line> } {
  const rows = lines.map(rowOf);
  const out = [...lines];
  const apart = new Set<Line>();
  let from = 0;
  for (let at = 0; at <= rows.length; at += 1) {
    if ((rows[at]?.pieces.length ?? 0) > 1) continue;
    const run = rows.slice(from, at);
    if (run.length >= fewest) {
      const columns = textColumns(run, []);
      for (const [step, row] of run.entries()) {
        const line = lines[from + step];
        if (!line || columns.length < 2 || !standsApart(row, columns)) continue;
        const tabs = withTabs(line, row);
        out[from + step] = tabs;
        apart.add(tabs);
      }
    }
    from = at + 1;
  }
  return { lines: out, apart };
}
