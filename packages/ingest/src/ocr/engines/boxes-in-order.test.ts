import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxesInOrder } from './boxes-in-order.ts';

const placed = (spans: readonly (readonly [number, number])[]) =>
  boxesInOrder(
    spans.map(([x0, x1], i) => ({ text: `${i}`, confidence: 1, box: [x0, 0, x1, 9] as const })),
  ).map(({ box: [x0, , x1] }) => [x0, x1] as const);

const spansOf = (text: string) =>
  text.split(' ').map((span) => span.split('-').map(Number) as [number, number]);

test.each([
  ['in order: left alone', '0-10 10-20 20-30', '0-10 10-20 20-30'],
  ['the box of a word: the gap', '0-10 0-90 22-30', '0-10 10-22 22-30'],
  ['too far left: the gap', '20-30 0-9 42-50', '20-30 30-42 42-50'],
  ['the first too far right: up to the next', '40-60 12-20 22-30', '12-12 12-20 22-30'],
  ['the last too far left: behind the one before', '20-30 0-10', '20-30 30-30'],
])('%s', (_, given, wanted) => {
  expect(placed(spansOf(given))).toEqual(spansOf(wanted));
});

test('wherever they stood, middles ascend and no box is inside out', () => {
  const span = fc.tuple(fc.nat(100), fc.nat(40)).map(([x, width]) => [x, x + width] as const);
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const boxes = placed(spans);
      for (const [i, [x0, x1]] of boxes.entries()) {
        const [y0, y1] = boxes[i - 1] ?? [0, 0];
        expect(x0).toBeLessThanOrEqual(x1);
        expect(y0 + y1).toBeLessThanOrEqual(x0 + x1);
      }
    }),
  );
});
