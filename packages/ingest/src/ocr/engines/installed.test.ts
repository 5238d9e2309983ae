import { afterEach, expect, test, vi } from 'vitest';
import { OcrSettingError } from '../../errors.ts';
import { chosenEngines } from './installed.ts';
import { ppOcrModel } from './ppocr-model.ts';

afterEach(() => vi.unstubAllEnvs());

const names = (wanted: string): readonly string[] => chosenEngines(wanted).map(({ name }) => name);

test('without a setting all read that are brought with the program; servers and programs of the machine do not', () => {
  expect(names('')).toEqual([...(ppOcrModel() ? ['pp-ocr'] : []), 'tesseract.js']);
});

test('engines read in the order in which they are named', () => {
  vi.stubEnv('XXGK_OCR_URL', 'https://ocr.example/read');
  expect(names(' http, tesseract.js ')).toEqual(['http', 'tesseract.js']);
});

test.each([
  ['an unknown name', 'pp-ocr,tesserakt', '', /"tesserakt", which is none of pp-ocr, /u],
  ['a name given twice', 'tesseract.js tesseract.js', '', /once/u],
  ['a server without address', 'http', '', /XXGK_OCR_URL does not name/u],
  ['an address that is no HTTP', 'http', 'file:///etc/passwd', /http:\/\/ or https/u],
  ['no address at all', 'http', 'localhost 8080', /http:\/\/ or https/u],
  ['a password in the address', 'http', 'http://me:secret@ocr.example', /holds a password/u],
])('%s is refused, and the message says what is wrong', (_, wanted, url, message) => {
  vi.stubEnv('XXGK_OCR_URL', url);
  expect(() => chosenEngines(wanted)).toThrow(OcrSettingError);
  expect(() => chosenEngines(wanted)).toThrow(message);
});

test('a password in the address is not repeated in the message', () => {
  vi.stubEnv('XXGK_OCR_URL', 'http://me:secret@ocr.example');
  expect(() => chosenEngines('http')).not.toThrow(/secret/u);
});
