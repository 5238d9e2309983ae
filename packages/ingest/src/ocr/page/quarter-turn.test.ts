import type { Box } from '@xxgk/extract/document';
import { expect, test } from 'vitest';
import { type Quarter, turned, unturned } from './quarter-turn.ts';

const image = { width: 5, height: 3, data: new Uint8Array(45).fill(255), dpi: 200 };
/** One dark pixel, four from the left and one from the top. */
const dark: Box = [3, 0, 4, 1];
image.data.fill(0, 9, 12);

test.each<[Quarter, Box]>([
  [0, [3, 0, 4, 1]],
  [90, [2, 3, 3, 4]],
  [180, [1, 2, 2, 3]],
  [270, [0, 1, 1, 2]],
])('turned by %i° clockwise, and its places back', (quarter, place) => {
  const after = turned(image, quarter);
  const at = after.data.indexOf(0) / 3;
  const [x, y] = [at % after.width, Math.floor(at / after.width)];
  expect([x, y, x + 1, y + 1]).toEqual(place);
  expect(unturned(place, quarter, image)).toEqual(dark);
});
