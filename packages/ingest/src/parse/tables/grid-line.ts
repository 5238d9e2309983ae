/** Separating lines as tables are ruled with: strokes, dashes, dots and doubles as one line each. */

/** A straight separating line; units of the page (points). */
export interface GridLine {
  readonly horizontal: boolean;
  /** y of a horizontal line, x of a vertical one. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Lines at most so far apart (page units, points) are one, or touch. */
export const near = 2.5;

/** Shorter strokes are dashes, or no part of a table. */
const dash = 8;
/** So many dashes in a row make a line; so far apart they may stand, and no line is shorter. */
const fewDashes = 5;
const dashGap = 6;
const shortest = 6;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** How far the strokes of one track may stand apart and still be one line. */
function reachOf(track: readonly GridLine[]): number {
  const lengths = track.map((line) => line.to - line.from).filter((length) => length <= dash);
  if (lengths.length < fewDashes) return near;
  return Math.max(near, Math.min(dashGap, median(lengths) * 1.5 + 1));
}

function joinedTrack(track: readonly GridLine[]): GridLine[] {
  const reach = reachOf(track);
  const lines: { horizontal: boolean; at: number; from: number; to: number }[] = [];
  let weight = 0;
  for (const { horizontal, at, from, to } of track.toSorted((a, b) => a.from - b.from)) {
    const line = lines.at(-1);
    if (line && from <= line.to + reach) {
      // Where the longest of them runs.
      if (to - from > weight) {
        weight = to - from;
        line.at = at;
      }
      line.to = Math.max(line.to, to);
    } else {
      lines.push({ horizontal, at, from, to });
      weight = to - from;
    }
  }
  return lines.filter((line) => line.to - line.from >= shortest);
}

/** Joins lines of one direction that continue, overlap or double each other; ascending by place. */
export function joined(lines: readonly GridLine[]): GridLine[] {
  const tracks: GridLine[][] = [];
  for (const line of lines.toSorted((a, b) => a.at - b.at)) {
    const track = tracks.at(-1);
    if (track && line.at - (track[0]?.at ?? 0) <= near) track.push(line);
    else tracks.push([line]);
  }
  return tracks.flatMap(joinedTrack).toSorted((a, b) => a.at - b.at);
}
