import { describe, expect, test } from 'vitest';
import {
  additiveInteger,
  arabicNumber,
  asciiDigits,
  numberOf,
  positionalInteger,
  scaled,
} from './numerals.ts';

describe('additive Chinese numbers', () => {
  test.each([
    ['零', 0],
    ['五', 5],
    ['两', 2],
    ['十', 10],
    ['十五', 15],
    ['二十', 20],
    ['廿一', 21],
    ['卅', 30],
    ['三十一', 31],
    ['一百零三', 103],
    ['一百二', 120],
    ['两千三百', 2300],
    ['两千三', 2300],
    ['三千零五', 3005],
    ['三万五', 35_000],
    ['三万零五', 30_005],
    ['一亿二千万', 120_000_000],
    ['贰拾叁', 23],
    ['壹佰零捌', 108],
  ])('%s is %d', (text, value) => {
    expect(additiveInteger(text)).toBe(value);
  });

  test.each(['', '万', '百十百', '一二三百', '十月', '几百'])('%j is no number', (text) => {
    expect(additiveInteger(text)).toBeUndefined();
  });
});

describe('positional Chinese numbers', () => {
  test.each([
    ['二〇一八', 2018],
    ['二○一一', 2011],
    ['二零一八', 2018],
    ['二О一八', 2018],
    ['二０一八', 2018],
    ['二o一八', 2018],
  ])('%s is %d', (text, value) => {
    expect(positionalInteger(text)).toBe(value);
  });

  test('a number with 十 is not positional', () => {
    expect(positionalInteger('二十')).toBeUndefined();
  });
});

describe('Arabic numbers', () => {
  test.each([
    ['０', 0],
    ['1234', 1234],
    ['1,234', 1234],
    ['1，234', 1234],
    ['1 900', 1900],
    ['11,398,889', 11_398_889],
    ['80452.3', 80_452.3],
    ['２６．８', 26.8],
  ])('%s is %d', (text, value) => {
    expect(arabicNumber(text)).toBe(value);
  });

  test.each(['1,23', '12 34', '1.', '-3', '1·5'])('%j is no number', (text) => {
    expect(arabicNumber(text)).toBeUndefined();
  });
});

test('either writing is read', () => {
  expect([numberOf('一百零三'), numberOf('103'), numberOf('二〇一八')]).toEqual([103, 103, 2018]);
});

test('full-width digits become ASCII, the rest stays', () => {
  expect(asciiDigits('２０１８年，〇')).toBe('2018年，〇');
});

test('scaling keeps decimals exact', () => {
  expect([scaled(26.8, 10_000), scaled(0.07, 10_000), scaled(80_452.3, 10_000)]).toEqual([
    268_000, 700, 804_523_000,
  ]);
});
