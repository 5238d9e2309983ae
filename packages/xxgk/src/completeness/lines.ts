/** The completeness matrix as people read it. */
import { cut, table } from '../table.ts';
import { type Cell, type CellState, isGap } from './cell.ts';

const marks: Readonly<Record<CellState, string>> = {
  found: 'found',
  late: 'late',
  blank: 'blank',
  duplicate_form: 'dup.',
  vanished: 'gone',
  blocked: 'block',
  not_published: 'none',
  not_due: '·',
  unknown: '?',
};

const legend =
  'found · late (after the legal deadline) · none: not published · blank: form without content · dup.: report of another year again · block: declines · gone: vanished · ?: not known · “·”: not due';

const widestAgency = 36;
const longestList = 40;

/** Empty where there are no agencies. */
export function matrixLines(cells: readonly Cell[]): readonly string[] {
  const years = [...new Set(cells.map(({ year }) => year))].toSorted((a, b) => a - b);
  const rows = Map.groupBy(cells, ({ site, agency }) => `${site ?? ''}\n${agency}`);
  const lines = [...rows.values()].map((row) => {
    const [first] = row;
    const byYear = new Map(row.map((cell) => [cell.year, marks[cell.state]]));
    return [
      first?.site ?? '-',
      cut(first?.agency ?? '', widestAgency),
      ...years.map((year) => byYear.get(year) ?? ''),
    ];
  });
  if (lines.length === 0) return [];
  const remarks = cells.filter((cell) => isGap(cell) || cell.note !== null);
  return [
    ...table(['site', 'agency', ...years.map(String)], lines),
    '',
    legend,
    ...(remarks.length > 0 ? ['', ...remarks.slice(0, longestList).map(remark)] : []),
    ...(remarks.length > longestList
      ? [`… and ${remarks.length - longestList} more: --json has them all`]
      : []),
  ];
}

function remark({ agency, year, state, deadline, note, url }: Cell): string {
  const due = state === 'not_published' ? `due ${deadline ?? ''}` : null;
  const why = [due, note, url].filter((part) => part !== null).join('; ');
  return `  ${agency} ${year}: ${state}${why === '' ? '' : ` (${why})`}`;
}
