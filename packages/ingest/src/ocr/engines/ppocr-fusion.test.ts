import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fused } from './ppocr-fusion.ts';
import { fileOf, graphOf, type Step } from './ppocr-graph.ts';
import { ppOcrModel } from './ppocr-model.ts';

const model = ppOcrModel();

const step = (op: string, inputs: string[], output: string): Step => ({
  op,
  inputs,
  outputs: [output],
  attributes: [],
});

const weights = (...data: number[]) => ({
  dims: [data.length, 1, 1, 1],
  data: Float32Array.from(data),
});
const values = (...data: number[]) => ({ dims: [data.length], data: Float32Array.from(data) });

const made = (steps: Step[], constants: Record<string, ReturnType<typeof values>>): Uint8Array =>
  fileOf({ steps, constants: new Map(Object.entries(constants)), rest: { model: [], graph: [] } });

test('scale and shift behind a convolution go into its weights', () => {
  const steps = [
    step('Conv', ['x', 'w', 'b'], 'y'),
    step('Mul', ['s', 'y'], 'z'),
    step('Add', ['z', 't'], 'out'),
  ];
  const all = { w: weights(2, 3), b: values(1, -1), s: values(10), t: values(5) };
  const graph = graphOf(fused(made(steps, all)));
  expect(graph.steps.map(({ op, inputs }) => [op, ...inputs])).toEqual([['Conv', 'x', 'w', 'b']]);
  expect([...(graph.constants.get('w')?.data ?? [])]).toEqual([20, 30]);
  expect([...(graph.constants.get('b')?.data ?? [])]).toEqual([15, -5]);
});

test('a convolution whose result is used twice stays as it is', () => {
  const steps = [
    step('Conv', ['x', 'w', 'b'], 'y'),
    step('Mul', ['s', 'y'], 'z'),
    step('Add', ['z', 't'], 'out'),
    step('Relu', ['y'], 'other'),
  ];
  const all = { w: weights(2), b: values(1), s: values(10), t: values(5) };
  expect(graphOf(fused(made(steps, all))).steps.map(({ op }) => op)).toEqual([
    'Conv',
    'Mul',
    'Add',
    'Relu',
  ]);
});

test('what is no model is refused', () => {
  expect(() => fused(Uint8Array.of(0x0a, 200))).toThrow(RangeError);
});

test.skipIf(model === null)(
  'the real network gives the same in fewer steps',
  { timeout: 60_000 },
  async () => {
    const { InferenceSession, Tensor } = await import('onnxruntime-node');
    const original = await readFile(model?.recognition ?? '');
    const smaller = fused(original);
    const pixels = Float32Array.from({ length: 3 * 48 * 160 }, (_, i) => Math.sin(i * 0.37));
    const run = async (network: Uint8Array): Promise<Float32Array> => {
      const session = await InferenceSession.create(network, { executionProviders: ['cpu'] });
      const output = await session.run({ x: new Tensor('float32', pixels, [1, 3, 48, 160]) });
      await session.release();
      return Object.values(output)[0]?.data as Float32Array;
    };
    const [before, after] = [await run(original), await run(smaller)];
    expect(after.length).toBe(before.length);
    const worst = before.reduce((most, x, i) => Math.max(most, Math.abs(x - (after[i] ?? 0))), 0);
    expect(worst).toBeLessThan(1e-4);
    const count = (network: Uint8Array): number => graphOf(network).steps.length;
    expect(count(smaller)).toBeLessThan(0.7 * count(original));
  },
);
