import type { Box, Cell } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import type { OcrEngine } from '../engine.ts';
import type { ColorImage } from '../page/color-image.ts';
import { layoutOf } from '../page/page-layout.ts';
import { readTable } from './read-table.ts';

const [width, height] = [700, 500];
const rows = [40, 120, 200, 280, 360, 440];
const columns = [40, 250, 460, 660];

/** Reads `公开` everywhere. */
const engine: OcrEngine = {
  name: 'other',
  fingerprint: 'other/1',
  best: { glyph: 30, rim: 5 },
  async read(image) {
    const box: Box = [0, 0, image.width, image.height];
    const characters = [...'公开'].map((text) => ({ text, confidence: 0.99, box }));
    return [{ text: '公开', confidence: 0.99, box, characters }];
  },
  [Symbol.asyncDispose]: async () => undefined,
};

/** A ruled table on grainy paper: labels in its first column, pale strokes in some other cells. */
function wornTable(strokes: readonly Box[]): ColorImage {
  const level = new Uint8Array(width * height).fill(240);
  const fill = ([x0, y0, x1, y1]: Box, ink: number): void => {
    for (let y = y0; y < y1; y++) level.fill(ink, y * width + x0, y * width + x1);
  };
  for (const y of rows) fill([40, y, 663, y + 3], 0);
  for (const x of columns) fill([x, 40, x + 3, 443], 0);
  for (const y of rows.slice(0, -1)) {
    for (const x of [60, 94]) fill([x, y + 25, x + 28, y + 55], 0);
  }
  for (const stroke of strokes) fill(stroke, 190);
  let state = 11;
  const data = new Uint8Array(3 * width * height);
  for (const [i, ink] of level.entries()) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    data.fill(Math.max(0, ink + Math.round((state / 2 ** 32 - 0.5) * 24)), 3 * i, 3 * i + 3);
  }
  return { width, height, data, dpi: 150 };
}

async function read(strokes: readonly Box[]): Promise<readonly Cell[]> {
  const layout = layoutOf(wornTable(strokes));
  const [grid] = layout.tables;
  if (grid === undefined) throw new Error('no table');
  const place = (box: Box): Box => box;
  return (await readTable(grid, { layout, engines: [engine], page: 1, place })).cells;
}

const at = (cells: readonly Cell[], row: number, column: number): Cell | undefined =>
  cells.find((cell) => cell.row === row && cell.column === column);

test('of a worn copy, a pale dash is no blank and a pale stroke of no sign is unknown', async () => {
  const cells = await read([
    [320, 158, 380, 161],
    [560, 145, 563, 175],
  ]);
  expect(at(cells, 1, 1)).toMatchObject({ text: '——', confidence: 0.5 });
  expect(at(cells, 1, 2)).toMatchObject({ text: '', confidence: 0 });
});

test('its blank cells are blank, and sure', async () => {
  const blank = (await read([])).filter(({ column }) => column > 0);
  expect(blank).toHaveLength(10);
  for (const cell of blank) {
    expect(cell.text).toBe('');
    expect(cell).not.toHaveProperty('confidence');
  }
});
