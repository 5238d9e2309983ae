/**
 * What each pass over the pixels is good for: every page is read with all passes, and again without each
 * of those that did something to it. A pass that had nothing to do on a page changes nothing there.
 */

import type { TextPage } from '@xxgk/ingest';
import { openEngines, passNames, readScan } from '@xxgk/ingest/ocr';
import { textTable } from '../text-table.ts';
import type { BenchPage, ReadPage } from './page.ts';
import { scoreOf } from './score.ts';
import { readingOf } from './subjects.ts';

/** These work on what `colors` leaves, and say nothing of their own. */
const afterColors: readonly string[] = ['red-rests', 'seal-rests'];

type Row = readonly [condition: string, pass: string, withIt: number, withoutIt: number];

/** @param each Pages of each condition. @returns A table: errors in characters and cells with a pass, and without it. */
export async function ablation(pages: readonly BenchPage[], each: number): Promise<string> {
  const groups = Map.groupBy(pages, ({ kind, condition }) => `${kind} ${condition}`);
  await using engines = await openEngines();
  const read = async (page: BenchPage, without: string): Promise<TextPage> => {
    process.env['XXGK_OCR_WITHOUT'] = without;
    const { image, width, height, dpi } = page;
    return readScan({ kind: 'scan', number: 1, image, width, height, dpi, reason: '' }, engines);
  };
  const rows: Row[] = [];
  for (const [condition, group] of groups) {
    for (const page of group.slice(0, each)) {
      const whole = await read(page, '');
      const errors = errorsOf(page, whole);
      for (const pass of actedOn(whole)) {
        rows.push([condition, pass, errors, errorsOf(page, await read(page, pass))]);
      }
    }
  }
  return textTable([['', 'pass', 'with it', 'without it'], ...summed(rows)]);
}

function actedOn({ prepared = [] }: TextPage): readonly string[] {
  const acted = new Set(prepared.map(({ pass }) => pass));
  return passNames.filter(
    (name) => acted.has(name) || (afterColors.includes(name) && acted.has('colors')),
  );
}

function errorsOf(page: BenchPage, read: TextPage): number {
  const given: ReadPage = { name: page.name, ...readingOf(read.blocks), cpuSeconds: 0 };
  const { errors, values, labels } = scoreOf(page, given);
  return errors + values.all - values.exact + labels.all - labels.exact;
}

function summed(rows: readonly Row[]): string[][] {
  const groups = Map.groupBy(rows, ([condition, pass]) => `${pass}|${condition}`);
  const sums = [...groups.values()].map((group) => {
    const [condition, pass] = group[0] ?? ['', ''];
    const total = (at: 2 | 3): number => group.reduce((sum, row) => sum + row[at], 0);
    return [condition, pass, total(2), total(3)] as const;
  });
  return passNames.flatMap((name) =>
    sums.filter(([, pass]) => pass === name).map((row) => row.map(String)),
  );
}
