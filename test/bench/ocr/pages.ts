/** Makes the pages of the benchmark: text in three faces and sizes, and the statutory tables. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Canvas } from '@napi-rs/canvas';
import { drawTable } from '../../recipes/carriers/paper-table.ts';
import { type Face, ScannedPen, type Scanner } from '../../recipes/carriers/scan.ts';
import { Paper } from '../../recipes/carriers/sheets.ts';
import { chineseFaces, kaiFace } from '../../recipes/fonts.ts';
import { asSharp, type Pixels, pixelsOf } from '../../recipes/scan/pixels.ts';
import { prosePage } from '../../recipes/scan/prose-page.ts';
import {
  isValue,
  refilled,
  statisticsForms,
  statisticsPage,
} from '../../recipes/scan/statistics-page.ts';
import {
  blurred,
  both,
  compressed,
  noisy,
  photographed,
  shiningThrough,
  type Wear,
} from '../../recipes/scan/wear.ts';
import type { ScriptTable } from '../../recipes/script.ts';
import { placeCells } from '../../recipes/script-grid.ts';
import type { Condition } from './condition.ts';
import { copierConditions } from './copier-conditions.ts';
import type { BenchPage } from './page.ts';

const asIs: Wear = async (page) => page;
const copied = both(blurred(0.7), noisy(18), compressed(50));

const textConditions: readonly Condition[] = [
  { name: 'clean 150', dpi: 150, skew: 0, wear: asIs },
  { name: 'clean 200', dpi: 200, skew: 0, wear: asIs },
  { name: 'clean 300', dpi: 300, skew: 0, wear: asIs },
  { name: 'skew 1.5', dpi: 200, skew: 1.5, wear: asIs },
  { name: 'skew -3', dpi: 200, skew: -3, wear: asIs },
  { name: 'noise', dpi: 300, skew: 0, wear: noisy(60) },
  { name: 'blur', dpi: 300, skew: 0.4, wear: blurred(2) },
  { name: 'jpeg 40', dpi: 150, skew: 0, wear: compressed(40) },
  { name: 'shines through', dpi: 200, skew: 0.3, wear: both(shiningThrough(0.35), noisy(8)) },
  { name: 'copied 150', dpi: 150, skew: -0.8, wear: copied },
  { name: 'sealed', dpi: 200, skew: 0.5, sealed: true, wear: both(noisy(8), compressed(75)) },
  { name: 'photo', dpi: 200, skew: 1, wear: both(photographed(0.04), compressed(70)) },
  ...copierConditions,
];

/** A copy of a copy. */
const worn = both(blurred(1), noisy(30), compressed(35));

const tableConditions: readonly Condition[] = [
  ...[150, 200, 300].flatMap((dpi) => [
    { name: `clean ${dpi}`, dpi, skew: 0, wear: asIs },
    { name: `copied ${dpi}`, dpi, skew: 0.9, wear: copied },
  ]),
  { name: 'small 150', dpi: 150, skew: 0, wear: asIs, small: true },
  { name: 'small worn 150', dpi: 150, skew: 0.6, wear: worn, small: true },
];

/** What to make. */
export interface Order {
  readonly folder: string;
  /** Rounds of pages, each with other text. */
  readonly rounds: number;
  /** Only conditions whose kind and name contain one of these. */
  readonly only: readonly string[] | null;
}

/** @throws where no Chinese font is installed. */
export async function makePages(order: Order): Promise<readonly BenchPage[]> {
  const pages: BenchPage[] = [];
  for (let round = 0; round < order.rounds; round++) {
    for (const condition of textConditions) {
      if (isWanted('text', condition, order)) pages.push(...(await texts(condition, round, order)));
    }
    for (const [at, condition] of tableConditions.entries()) {
      if (!isWanted('table', condition, order)) continue;
      pages.push(...(await tables(condition, round * tableConditions.length + at, order)));
    }
  }
  return pages;
}

const isWanted = (kind: string, { name }: Condition, { only }: Order): boolean =>
  only === null || only.some((part) => `${kind} ${name}`.includes(part));

/** Faces in which offices print: 宋体, 黑体, and 楷体 where installed. */
function faces(): readonly Face[] {
  const noto = chineseFaces();
  if (noto === null) throw new Error('no Chinese font: on Debian `apt-get install fonts-noto-cjk`');
  return [noto.serif, noto.sans, kaiFace() ?? { text: noto.serif.title, title: noto.serif.title }];
}

/** 三号, 四号 and 小四, each in a face of its own. */
const sizes = [16, 14, 12] as const;

async function texts(condition: Condition, round: number, { folder }: Order) {
  const pages: BenchPage[] = [];
  for (const [at, face] of faces().entries()) {
    const points = sizes[(at + round) % sizes.length] ?? 16;
    const { canvas, text } = prosePage(face, scannerOf(condition), points, 100 * round + at + 1);
    const name = `text ${condition.name} ${face.text} ${points} ${round}`;
    const worn = await condition.wear(pixelsOf(canvas));
    const image = await stored(worn, folder, name);
    const { width, height } = worn;
    const about = { name, condition: condition.name, kind: 'text' as const, image, width, height };
    pages.push({ ...about, dpi: condition.dpi, text, cells: [] });
  }
  return pages;
}

async function tables(condition: Condition, seed: number, { folder }: Order) {
  const pages: BenchPage[] = [];
  for (const [form, all] of Object.entries(statisticsForms())) {
    for (const [at, empty] of all.entries()) {
      const table = refilled(empty, 1000 * seed + pages.length);
      const face = faces()[(seed + at) % 3] ?? faces()[0];
      if (face === undefined) continue;
      const canvas = condition.small
        ? smallPage(table, face, scannerOf(condition))
        : statisticsPage(table, face, scannerOf(condition));
      const name = `table ${condition.name} ${form}-${at} ${face.text} ${seed}`;
      const image = await stored(await condition.wear(pixelsOf(canvas)), folder, name);
      const { width, height } = canvas;
      pages.push({
        ...{ name, condition: condition.name, kind: 'table', image, width, height },
        ...{ dpi: condition.dpi, text: textOf(table), cells: cellsOf(table) },
      });
    }
  }
  return pages;
}

/** 小五, as tables are set that must fit on one page. */
function smallPage(table: ScriptTable, face: Face, scanner: Scanner): Canvas {
  const pen = new ScannedPen(face, scanner);
  drawTable(new Paper(pen), table, { points: 9, lineHeight: 11.5, pad: 2.5 });
  return pen.onlyPage;
}

const scannerOf = ({ dpi, skew, sealed }: Condition): Scanner => ({
  dpi,
  skew,
  seal: sealed ? '示例县政务服务管理局' : null,
});

const cellsOf = (table: ScriptTable): BenchPage['cells'] =>
  placeCells(table).map(({ row, column, text }) => ({
    row,
    column,
    text,
    isValue: isValue(text),
  }));

const textOf = (table: ScriptTable): string =>
  placeCells(table)
    .map(({ text }) => text)
    .join('\n');

/** Without loss: what is lost was lost before. */
async function stored(page: Pixels, folder: string, name: string): Promise<string> {
  const file = join(folder, `${name.replaceAll(' ', '_')}.png`);
  await writeFile(file, await asSharp(page).png({ compressionLevel: 3 }).toBuffer());
  return file;
}
