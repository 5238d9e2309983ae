import { expect, test } from 'vitest';
import { TooLargeError } from '../../../errors.ts';
import { rawText } from './element.ts';
import { tame } from './guard.ts';
import { bodyOf, treeOf } from './tree.ts';

const textOf = (html: string): string => rawText(bodyOf(treeOf(html)));

test('an ordinary page is left as it is', () => {
  const html = '<html><body><p>一<p>二<ul><li>三<li>四</ul><table><tr><td>五</table></body></html>';
  expect(tame(html)).toEqual({ html, cut: 0 });
});

test('paragraphs that are never closed are not nested', () => {
  expect(tame('<p>段落'.repeat(2000)).cut).toBe(0);
});

test.each([
  ['nested blocks', `${'<div>'.repeat(5000)}正文${'</div>'.repeat(5000)}`],
  ['open formatting', `${'<font size=1><b>'.repeat(500)}正文`],
  [
    'attributes',
    `<div ${Array.from({ length: 5000 }, (_, at) => `a${at}=1`).join(' ')}>正文</div>`,
  ],
])('%s beyond measure are cut, the text stays', (_, body) => {
  const { html, cut } = tame(`<html><body>${body}</body></html>`);
  expect(cut).toBeGreaterThan(0);
  expect(textOf(html)).toBe('正文');
});

test('a page above the limit is refused', () => {
  expect(() => tame('甲'.repeat(20_000_001))).toThrow(TooLargeError);
});
