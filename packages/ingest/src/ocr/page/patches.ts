/** Connected patches of ink: letters, parts of letters, seals. */
import type { Box } from '@xxgk/extract/document';
import type { Mask } from './ink.ts';

/** Boxes of connected ink, eight neighbours. */
export function patches({ width, height, data }: Mask): readonly Box[] {
  const seen = new Uint8Array(data.length);
  const found: Box[] = [];
  for (let start = 0; start < data.length; start++) {
    if (!data[start] || seen[start]) continue;
    seen[start] = 1;
    const stack = [start];
    let [x0, y0, x1, y1] = [width, height, 0, 0];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const [x, y] = [i % width, Math.floor(i / width)];
      [x0, y0, x1, y1] = [
        Math.min(x0, x),
        Math.min(y0, y),
        Math.max(x1, x + 1),
        Math.max(y1, y + 1),
      ];
      for (const next of neighbours(x, y, width, height)) {
        if (!data[next] || seen[next]) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    found.push([x0, y0, x1, y1]);
  }
  return found;
}

function neighbours(x: number, y: number, width: number, height: number): readonly number[] {
  const all: number[] = [];
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v++) {
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u++) all.push(v * width + u);
  }
  return all;
}
