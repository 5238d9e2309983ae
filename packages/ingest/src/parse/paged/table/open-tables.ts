/** Tables that are ruled in one direction only: lines between all rows, or three lines. */
import type { Box } from '@xxgk/extract/document';
import { firstFrom } from '../../tables/ascending.ts';
import type { GridLine } from '../../tables/grid.ts';
import { around, type Line } from '../lines.ts';
import { isWhole, type OpenGrid, type OpenRegion, openGrid } from './open-grid.ts';
import { isRuledTable, isValueTable } from './sure.ts';
import { columnsUnder } from './text-columns.ts';
import { isValue, type TextRow, textRow } from './text-rows.ts';

export interface OpenTable {
  readonly grid: OpenGrid;
  /** The printed lines that stand in it. */
  readonly lines: readonly Line[];
}

/** Points by which the ends of the lines of a table may differ. */
const tolerance = 8;
/** Part of the width that no line takes which stands in a column. */
const proseShare = 0.6;
/** Letter heights by which a head may stand above the first line of its table. */
const close = 1.6;
/** So many bands are rows that are ruled one by one. */
const ruledBands = 3;

interface Band {
  readonly top: GridLine;
  readonly bottom: GridLine;
  readonly rows: readonly { readonly line: Line; readonly row: TextRow }[];
}

/** Lines of one width, one below the other; shorter ones between them belong to them. */
function families(loose: readonly GridLine[]): GridLine[][] {
  const found: GridLine[][] = [];
  for (const line of loose.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.at - b.at)) {
    const family = found.find(([first]) => {
      if (!first) return false;
      return line.from >= first.from - tolerance && line.to <= first.to + tolerance;
    });
    if (family) family.push(line);
    else found.push([line]);
  }
  return found.filter((family) => family.length > 1);
}

const middle = ({ box }: Line): number => (box[1] + box[3]) / 2;

function bandsOf(family: readonly GridLine[], lines: readonly Line[]): Band[] {
  const [first] = family;
  if (!first) return [];
  const box: Box = [first.from, 0, first.to, 0];
  const whole = family.filter((line) => isWhole(line, box)).toSorted((a, b) => a.at - b.at);
  const within = lines.filter(
    (line) => line.box[0] > first.from - tolerance && line.box[2] < first.to + tolerance,
  );
  const inOrder = within.toSorted((a, b) => middle(a) - middle(b));
  const middles = inOrder.map(middle);
  return whole.slice(1).map((bottom, at): Band => {
    const top = whole[at] ?? bottom;
    const own = inOrder.slice(firstFrom(middles, top.at), firstFrom(middles, bottom.at));
    return { top, bottom, rows: own.map((line) => ({ line, row: textRow(line) })) };
  });
}

/** Whether a band has a line in columns, and none that runs across as text does. */
function showsColumns({ top, rows }: Band): boolean {
  const widest = proseShare * (top.to - top.from);
  return (
    rows.some(({ row }) => row.pieces.length > 1) &&
    rows.every(({ row: { pieces, box } }) => pieces.length > 1 || box[2] - box[0] < widest)
  );
}

/** Runs of neighbouring bands that show columns. */
function runsOf(bands: readonly Band[]): Band[][] {
  const runs: Band[][] = [[]];
  for (const band of bands) {
    if (showsColumns(band)) runs.at(-1)?.push(band);
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** The lines of a run, and those right above and below it that it may have lost. */
interface Found extends OpenTable {
  readonly region: OpenRegion;
}

function tableIn(region: OpenRegion, lines: readonly Line[], bands: number): Found | undefined {
  const grid = openGrid(region);
  if (!grid) return undefined;
  const isSure = bands >= ruledBands ? isRuledTable(grid) : isValueTable(grid);
  return isSure ? { grid, lines, region } : undefined;
}

function tableOf(run: readonly Band[], family: readonly GridLine[]): Found | undefined {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return undefined;
  const left = Math.min(...run.flatMap(({ top, bottom }) => [top.from, bottom.from]));
  const right = Math.max(...run.flatMap(({ top, bottom }) => [top.to, bottom.to]));
  const region: OpenRegion = {
    box: [left, first.top.at, right, last.bottom.at],
    across: family
      .filter(({ at }) => at >= first.top.at && at <= last.bottom.at)
      .toSorted((a, b) => a.at - b.at),
    rows: run.flatMap(({ rows }) => rows.map(({ row }) => row)),
  };
  const lines = run.flatMap(({ rows }) => rows.map(({ line }) => line));
  return tableIn(region, lines, run.length);
}

/** Whether a line stands over or under the columns of a table, close to it and piece by piece. */
function fits(row: TextRow, { grid, region: { box } }: Found, gap: number): boolean {
  const under = row.pieces.map((piece) => columnsUnder(piece, grid.columns));
  return (
    gap >= -1 &&
    gap <= close * row.size &&
    row.pieces.length >= Math.max(2, grid.columns.length - 1) &&
    row.box[0] >= box[0] - tolerance &&
    row.box[2] <= box[2] + tolerance &&
    under.every((each, at) => each === undefined || each[0] > (under[at - 1]?.[1] ?? -1)) &&
    !row.pieces.some(({ text }) => text.includes('：'))
  );
}

/** A table with the head above its first line, and the row below its last, where it has these. */
function completed(found: Found, lines: readonly Line[], bands: number): Found {
  const { region } = found;
  const [left, top, right, bottom] = region.box;
  const more: Line[] = [];
  const head = lines.findLast(({ box }) => box[3] <= top + 1);
  if (head && fits(textRow(head), found, top - head.box[3])) more.push(head);
  const foot = lines.find(({ box }) => box[1] >= bottom - 1);
  const last = foot ? textRow(foot) : undefined;
  if (foot && last?.pieces.slice(1).some(isValue) && fits(last, found, foot.box[1] - bottom)) {
    more.push(foot);
  }
  if (more.length === 0) return found;
  const edges = around(more.map(({ box }) => box));
  const box: Box = [left, Math.min(top, edges[1]), right, Math.max(bottom, edges[3])];
  const rows = [...region.rows, ...more.map(textRow)];
  return tableIn({ ...region, box, rows }, [...found.lines, ...more], bands + 1) ?? found;
}

/**
 * A first band that is no head spoils the table below it: the line over it is the foot of what is
 * above.
 */
function sureTable(
  run: readonly Band[],
  family: readonly GridLine[],
  lines: readonly Line[],
): OpenTable | undefined {
  for (const bands of [run, run.slice(1)]) {
    const found = tableOf(bands, family);
    if (found) return completed(found, lines, bands.length);
  }
  return undefined;
}

/**
 * @param loose Horizontal lines that no upright touches.
 * @param lines What is printed outside of ruled tables, top to bottom.
 */
export function openTables(loose: readonly GridLine[], lines: readonly Line[]): OpenTable[] {
  if (loose.length < 2) return [];
  return families(loose)
    .flatMap((family) => runsOf(bandsOf(family, lines)).map((run) => sureTable(run, family, lines)))
    .filter((table) => table !== undefined);
}
