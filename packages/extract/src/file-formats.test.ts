import { expect, test } from 'vitest';
import { endingsOf, fileFormats, mediaTypeOfEnding } from './file-formats.ts';

test('each ending belongs to one format', () => {
  const endings = fileFormats.flatMap((format) => format.endings);
  expect(new Set(endings).size).toBe(endings.length);
});

test('a longer ending is not cut by a shorter one in a pattern', () => {
  const pattern = new RegExp(`\\.(?:${endingsOf('text', 'saved-page')})`, 'i');
  expect(pattern.exec('通知.DOCX')?.[0]).toBe('.DOCX');
  expect(pattern.exec('通知.mhtml')?.[0]).toBe('.mhtml');
});

test.each([
  ['MHT', 'multipart/related'],
  ['wps', 'application/vnd.ms-works'],
  ['ceb', null],
  ['exe', null],
])('the media type of %s is %s', (ending, mediaType) => {
  expect(mediaTypeOfEnding(ending)).toBe(mediaType);
});
