import { expect, test } from 'vitest';
import { confidenceOf, linesOf } from './tesseract-output.ts';

const word = (...characters: readonly [string, string, number][]): string =>
  `<span class='ocrx_word' id='w' title='bbox 0 0 9 9; x_wconf 90'>${characters
    .map(
      ([text, box, certainty]) =>
        `<span class='ocrx_cinfo' title='x_bboxes ${box}; x_conf ${certainty}'>${text}</span>`,
    )
    .join('')}</span>`;
const line = (...words: readonly string[]): string =>
  `<span class='ocr_line' id='l' title='bbox 0 0 9 9'>${words.join('')}</span>`;
const frame = { pad: 20, width: 100, height: 50 };

test('reads lines of characters; boxes lie inside the image without its margin', () => {
  const hocr = line(word(['公', '15 25 50 60', 99.55]), word(['开', '50 25 130 75', 99.5]));
  const [first] = linesOf(hocr, frame);
  expect(first?.text).toBe('公开');
  expect(first?.characters.map(({ box }) => box)).toEqual([
    [0, 5, 30, 40],
    [30, 5, 100, 50],
  ]);
});

test('a blank is kept between Latin words only', () => {
  const hocr = line(
    word(['W', '20 20 30 30', 99]),
    word(['T', '40 20 50 30', 99]),
    word(['人', '60 20 70 30', 99]),
  );
  expect(linesOf(hocr, frame)[0]?.text).toBe('W T人');
});

test('entities are decoded, lines without characters left out', () => {
  const hocr = `${line(word(['&lt;', '20 20 30 30', 99]))}${line()}`;
  expect(linesOf(hocr, frame).map(({ text }) => text)).toEqual(['<']);
});

test('confidence falls with certainty and stays between 0 and 1', () => {
  expect(confidenceOf(99.6)).toBe(1);
  expect(confidenceOf(60)).toBe(0);
  expect(confidenceOf(98)).toBeLessThan(confidenceOf(99));
});
