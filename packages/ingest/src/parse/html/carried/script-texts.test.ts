import { expect, test } from 'vitest';
import { textsInScript } from './script-texts.ts';

const text = '<p>为保障居民出行，现将有关事项通知如下，请互相转告。</p><p>某局</p>';
const unicode = [...text]
  .map((sign) => (sign > '~' ? `\\u${sign.charCodeAt(0).toString(16)}` : sign))
  .join('');

test.each([
  ['double quotes', `var a = "${text}";`],
  ['single quotes', `var a = '${text}';`],
  ['a template of several lines', `var a = \`${text}\n\`;`.replace('\\n', '\n')],
  ['code points', `f("${unicode}")`],
  ['percent signs', `f(decodeURIComponent("${encodeURIComponent(text)}"))`],
  ['behind a short string with an escaped quote', `var b = "it\\"s", a = "${text}";`],
  ['a slash escaped', `var a = "${text.replaceAll('/', '\\/')}";`],
])('%s', (_, script) => {
  expect(textsInScript(script).map((found) => found.trim())).toEqual([text]);
});

test.each([
  ['short strings', 'var a = "通知", b = \'公告\';'],
  ['a string that its line ends', `var a = "${text}\n`],
])('%s are no text', (_, script) => {
  expect(textsInScript(script)).toEqual([]);
});
