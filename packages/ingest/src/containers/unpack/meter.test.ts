import { expect, test } from 'vitest';
import { ContainerError } from '../errors.ts';
import { entryLimit, ratioFrom, ratioLimit, unpackedLimit } from '../limits.ts';
import { Meter } from './meter.ts';

const faultOf = (work: () => void): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return error instanceof ContainerError ? error.fault : String(error);
  }
};

test('entries up to the limit', () => {
  const meter = new Meter(1);
  expect(faultOf(() => Array.from({ length: entryLimit }, () => meter.entry()))).toBe('none');
  expect(faultOf(() => meter.entry())).toBe('too-many-files');
});

test('bytes up to the limit', () => {
  const meter = new Meter(unpackedLimit);
  expect(faultOf(() => meter.bytes(unpackedLimit))).toBe('none');
  expect(faultOf(() => meter.bytes(1))).toBe('too-large');
});

test('the ratio counts once there is something to speak of', () => {
  expect(faultOf(() => new Meter(1).bytes(ratioFrom))).toBe('none');
  expect(faultOf(() => new Meter(1).bytes(ratioFrom + 1))).toBe('ratio');
  const packed = ratioFrom;
  const meter = new Meter(packed / ratioLimit + 1);
  expect(faultOf(() => meter.bytes(packed + ratioLimit))).toBe('none');
  expect(faultOf(() => meter.bytes(1))).toBe('ratio');
});
