/** The figures of a run as the page `docs/speed.md`: written by the command, never by hand. */

import type { Subject } from './subject.ts';
import type { Measured } from './turns.ts';

const head = `# How fast it is

Written by \`pnpm bench read --docs\`: do not edit. Each subject reads the same files, warm, in a process of its own; they take turns
(A B C A B C …), so that a machine whose speed drifts is the same to all. Times are medians for all files of an item: compare
them within a table, not between machines. Character error is edits to the known text per character of it, blanks and page
numbers apart. *Leaked* counts strings of the site around a text that were read as text, *missing* pieces of the text that were
not read. Peak memory is that of the subject's whole process, Node included.
`;

const dash = '–';
const columns = ['', 'ms', '× xxgk', 'character error', 'missing', 'leaked', 'peak MB'];

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function row({ subject, ...found }: Measured, first: Measured | undefined): string {
  const { ms, characterError, missing, leaked, peakBytes, failures } = found;
  const failed = failures.length > 0 ? ` (${failures.length} not read)` : '';
  return line([
    subject + failed,
    ms === null ? dash : ms.toFixed(ms < 10 ? 1 : 0),
    ms === null || !first?.ms ? dash : (ms / first.ms).toFixed(2),
    characterError === null ? dash : `${(characterError * 100).toFixed(2)} %`,
    String(missing),
    String(leaked.length),
    (peakBytes / 1e6).toFixed(0),
  ]);
}

function table(item: string, rows: readonly Measured[]): string {
  const rule = line(columns.map((_, at) => (at === 0 ? '---' : '---:')));
  const body = rows.map((each) => row(each, rows[0]));
  return [`## ${item}`, '', line(columns), rule, ...body].join('\n');
}

/** @param machine Said as it is, e.g. `2 cores, Node v24`. */
export function pageOf(
  measured: readonly Measured[],
  subjects: readonly Subject[],
  machine: string,
): string {
  const tables = [...Map.groupBy(measured, ({ item }) => item)].map(([item, rows]) =>
    table(item, rows),
  );
  const used = subjects.map(({ name, how }) => `- **${name}**: ${how}`).join('\n');
  return `${head}\nMeasured on ${machine}.\n\n${tables.join('\n\n')}\n\n## How each was used\n\n${used}\n`;
}
