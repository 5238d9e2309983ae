/** Lines that hang together: those of one table touch each other. */
import { firstFrom } from './ascending.ts';
import { type GridLine, near } from './grid-line.ts';
import { Merge } from './merge.ts';

/** Lines of both directions that touch one another. */
export interface LineGroup {
  readonly across: readonly GridLine[];
  readonly down: readonly GridLine[];
}

/** Joins lines that run beside each other close enough to be one that is drawn askew. */
function joinBeside(merge: Merge, lines: readonly GridLine[], offset: number): void {
  for (const [index, line] of lines.entries()) {
    for (let next = index + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (!other || other.at - line.at > near) break;
      if (other.from <= line.to + near && line.from <= other.to + near) {
        merge.join(offset + index, offset + next);
      }
    }
  }
}

/** @param across Ascending by place, as `down`. */
export function groupsOf(across: readonly GridLine[], down: readonly GridLine[]): LineGroup[] {
  const merge = new Merge(across.length + down.length);
  joinBeside(merge, across, 0);
  joinBeside(merge, down, across.length);
  const places = across.map(({ at }) => at);
  for (const [index, upright] of down.entries()) {
    for (let at = firstFrom(places, upright.from - near); at < across.length; at += 1) {
      const line = across[at];
      if (!line || line.at > upright.to + near) break;
      if (upright.at >= line.from - near && upright.at <= line.to + near) {
        merge.join(at, across.length + index);
      }
    }
  }
  return merge.sets().map((members) => ({
    across: members.flatMap((each) => across[each] ?? []),
    down: members.flatMap((each) => down[each - across.length] ?? []),
  }));
}
