import { expect, test } from 'vitest';
import type { XmlElement } from '../../package/xml.ts';
import { identity } from '../../paged/matrix.ts';
import { noResources } from '../package/resources.ts';
import { glyphsOf } from './text-object.ts';

type Attributes = Readonly<Record<string, string>>;

const element = (
  name: string,
  attributes: Attributes,
  children: (XmlElement | string)[] = [],
): XmlElement => ({ name, attributes, children });

const code = (attributes: Attributes, text: string): XmlElement =>
  element('TextCode', attributes, text === '' ? [] : [text]);

const read = (attributes: Attributes, ...children: XmlElement[]) =>
  glyphsOf(
    element('TextObject', { Boundary: '10 20 50 6', Size: '5', ...attributes }, children),
    identity,
    noResources(),
  );

const lefts = (glyphs: ReturnType<typeof read>) => glyphs.map(({ box }) => Math.round(box[0] * 10));

test('characters stand where the distances put them', () => {
  const glyphs = read({}, code({ X: '1', Y: '4', DeltaX: 'g 2 5 2.5' }, '通知单1'));
  expect(glyphs.map(({ text }) => text).join('')).toBe('通知单1');
  expect(lefts(glyphs)).toEqual([110, 160, 210, 235]);
  expect(glyphs[0]).toMatchObject({ baseline: 24, size: 5, angle: 0 });
});

test('the CTM scales inside the boundary', () => {
  const [first, second] = read(
    { CTM: '0.5 0 0 0.5 0 0', Size: '10' },
    code({ X: '0', Y: '8', DeltaX: '12' }, '年度'),
  );
  expect(first).toMatchObject({ baseline: 24, size: 5 });
  expect(second?.box[0]).toBeCloseTo(16);
});

test('a turned object tells its angle', () => {
  const [first] = read({ CTM: '0 1 -1 0 0 0' }, code({ X: '0', Y: '0' }, '页'));
  expect(first?.angle).toBeCloseTo(90);
});

test('without distances the characters stand side by side, not on each other', () => {
  expect(lefts(read({}, code({ X: '0', Y: '4' }, '公公开')))).toEqual([100, 150, 200]);
});

test('a code without place goes on with that of the one before', () => {
  const glyphs = read({}, code({ X: '2', Y: '4' }, '甲'), code({ Y: '9' }, '乙'));
  expect(glyphs.map(({ box, baseline }) => [Math.round(box[0]), baseline])).toEqual([
    [12, 24],
    [12, 29],
  ]);
});

test('glyphs without characters are counted, not left out', () => {
  const mapping = element('CGTransform', { CodePosition: '0', GlyphCount: '2' }, [
    element('Glyphs', {}, ['71 72']),
  ]);
  const glyphs = read({}, mapping, code({ X: '0', Y: '4' }, ''));
  expect(glyphs.map(({ text }) => text)).toEqual(['\uFFFD', '\uFFFD']);
});

test.each([
  ['#d7 #14 #1a', true],
  ['215 20 26', true],
  ['0 0 0', false],
])('letters of %s are red: %s', (Value, red) => {
  const [first] = read({}, element('FillColor', { Value }), code({ X: '0', Y: '4' }, '某'));
  expect(first?.red).toBe(red);
});
