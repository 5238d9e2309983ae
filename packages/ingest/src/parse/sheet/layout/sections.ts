/**
 * Tables of different width below each other, divided by banners over all of them: a whole report
 * in a sheet. Where all are of one width, the banners are labels in one table.
 */
import { edgesOf, hasNumber, isBanner, type Line } from './lines.ts';

interface Section {
  readonly lines: Line[];
  /** Without its banners. */
  readonly table: Line[];
}

export function sectionsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const edges = edgesOf(lines);
  const sections: Section[] = [];
  for (const line of lines) {
    const banner = isBanner(line, edges);
    const open = sections.at(-1);
    if (!open || (banner && open.table.length > 0)) sections.push({ lines: [], table: [] });
    sections.at(-1)?.lines.push(line);
    if (!banner) sections.at(-1)?.table.push(line);
  }
  const tables = sections.map(({ table }) => table).filter((table) => table.length > 0);
  const widths = new Set(tables.map((table) => edgesOf(table).right));
  const headed = tables.every(([first]) => first !== undefined && !hasNumber(first));
  return widths.size > 1 && headed ? sections.map((section) => section.lines) : [lines];
}
