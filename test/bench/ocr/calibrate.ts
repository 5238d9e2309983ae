/**
 * Makes the curves that say what an engine's confidence is worth: pages are read with the confidence as the
 * engine gives it, and a curve is drawn from what was right. Whether such a curve holds on pages that it has
 * not seen is told by halves: the curve of every second page of each condition is held against the others,
 * and theirs against it.
 */
import { type Engines, openEngines, readScan } from '@xxgk/ingest/ocr';
import { type Curve, curveOf, type Judged, worthOf } from './curve.ts';
import type { BenchPage } from './page.ts';
import { judgedOf } from './reliability.ts';
import type { Table } from './report.ts';
import { readingOf } from './subjects.ts';

/** By engine and by what it reads, as `calibration-curves.json` holds them. */
export type Curves = Record<string, { text: Curve; number: Curve }>;

export interface Calibration {
  readonly curves: Curves;
  readonly tables: readonly Table[];
}

const engineNames = ['pp-ocr', 'tesseract.js'];

/** @param pages Tables alone are looked at. */
export async function calibration(pages: readonly BenchPage[]): Promise<Calibration> {
  const tables = pages.filter(({ kind }) => kind === 'table');
  const curves: Curves = {};
  const rows: string[][] = [];
  const reliability: Table[] = [];
  for (const engine of engineNames) {
    const judged = await judgedBy(engine, tables);
    const [text, number] = [false, true].map((isValue) => {
      const own = judged.filter((one) => one.isValue === isValue);
      const curve = curveOf(own);
      const kind = `${engine}, ${isValue ? 'values' : 'labels'}`;
      rows.push([kind, ...checked(own)]);
      reliability.push({ title: `As given: ${kind}`, rows: reliabilityRows(own) });
      return curve;
    });
    if (text && number) curves[engine] = { text, number };
  }
  const head = ['on pages not seen', 'cells', 'right', 'wrong > 0.8', 'right > 0.8'];
  return { curves, tables: [...reliability, { title: 'Calibrated', rows: [head, ...rows] }] };
}

type Told = Judged & { readonly isSecond: boolean; readonly isValue: boolean };

async function judgedBy(engine: string, pages: readonly BenchPage[]): Promise<readonly Told[]> {
  await using engines = await openEngines(engine);
  const [first, ...others] = engines;
  // Under another name it has no curve: its confidence comes through as it is.
  const unnamed: Engines = [{ ...first, name: 'uncalibrated' }, ...others];
  const judged: Told[] = [];
  const seen = new Map<string, number>();
  for (const page of pages) {
    const before = seen.get(page.condition) ?? 0;
    seen.set(page.condition, before + 1);
    const { image, width, height, dpi, name } = page;
    const scan = { kind: 'scan', number: 1, image, width, height, dpi, reason: '' } as const;
    const read = { name, cpuSeconds: 0, ...readingOf((await readScan(scan, unnamed)).blocks) };
    const isSecond = before % 2 === 1;
    judged.push(...judgedOf(page, read).map((one) => ({ ...one, isSecond })));
  }
  return judged;
}

const sure = 0.8;

function checked(judged: readonly Told[]): string[] {
  const [ofFirst, ofSecond] = [false, true].map((is) =>
    curveOf(judged.filter(({ isSecond }) => isSecond === is)),
  );
  const isSure = ({ isSecond, confidence }: Told): boolean =>
    worthOf((isSecond ? ofFirst : ofSecond) ?? [], confidence) > sure;
  const [right, wrong] = [true, false].map((is) => judged.filter((one) => one.right === is));
  const known = [judged, right ?? [], (wrong ?? []).filter(isSure), (right ?? []).filter(isSure)];
  return known.map(({ length }) => String(length));
}

const bins = [0, 0.3, 0.5, 0.7, 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98, 0.99] as const;

function reliabilityRows(judged: readonly Told[]): string[][] {
  const rows = bins.flatMap((from, i) => {
    const to = bins[i + 1] ?? Number.POSITIVE_INFINITY;
    const own = judged.filter(({ confidence }) => confidence >= from && confidence < to);
    const right = own.filter((one) => one.right).length;
    return own.length === 0
      ? []
      : [[`from ${from}`, String(own.length), ((100 * right) / own.length).toFixed(1)]];
  });
  return [['confidence', 'cells', 'right %'], ...rows];
}
