/** Drawings in documents (EMF, WMF): the letters they set are read, or the drawing is told as unread. */
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { drawnLines } from '../../packages/ingest/src/parse/word/metafile/drawn-text.ts';
import { emf, wmf } from '../recipes/metafile/metafile.ts';
import { gbk, rtf } from '../recipes/rtf/document.ts';
import { parsed } from './reading.ts';

const pieces = [
  { x: 300, y: 50, text: '12件' },
  { x: 10, y: 10, text: '受理' },
  { x: 50, y: 10, text: '申请情况' },
  { x: 10, y: 50, text: '新收申请' },
];
const lines = ['受理申请情况', '新收申请 12件'];

test.each([
  ['EMF', emf(pieces), lines],
  ['EMF packed as a file', gzipSync(emf(pieces)), lines],
  ['EMF packed as in Word 97', deflateSync(emf(pieces)), lines],
  ['WMF, which does not say where a piece ends', wmf(pieces), ['受理申请情况', '新收申请12件']],
  ['EMF that breaks off', emf(pieces).subarray(0, -150), ['受理', '12件']],
  ['EMF without letters', emf([]), []],
])('%s', (_, bytes, expected) => {
  expect(drawnLines(bytes)).toEqual(expected);
});

test('other bytes are no drawing', () => {
  expect(drawnLines(Buffer.from('89504e470d0a1a0a', 'hex'))).toBeUndefined();
});

describe('in a document', () => {
  const picture = (bytes: Buffer, width: number): string =>
    `{\\pict\\emfblip\\picwgoal${width}\\pichgoal${width} ${bytes.toString('hex')}}`;
  const read = async (content: string) => {
    const { pages, diagnostics } = await parsed(rtf(content), 'a.rtf', '');
    const blocks = pages.flatMap((page) => (page.kind === 'text' ? page.blocks : []));
    return { blocks, codes: diagnostics.map(({ code }) => code) };
  };
  const sentence = `${gbk('正文一段。')}\\par `;

  test('a page of a drawing is text, told as such', async () => {
    const { blocks, codes } = await read(`${sentence}${picture(emf(pieces), 20_000)}\\par`);
    expect(blocks).toMatchObject([{ text: '正文一段。' }, ...lines.map((text) => ({ text }))]);
    expect(codes).toEqual(['parse/drawing']);
  });

  test('a smaller one is a figure that says its letters', async () => {
    const { blocks, codes } = await read(`${sentence}${picture(emf(pieces), 6000)}\\par`);
    expect(blocks).toMatchObject([
      { text: '正文一段。' },
      { kind: 'figure', text: lines.join('\n') },
    ]);
    expect(codes).toEqual(['parse/drawing']);
  });

  test('one without letters is told as unread', async () => {
    const { codes } = await read(`${sentence}${picture(emf([]), 6000)}\\par`);
    expect(codes).toEqual(['parse/picture-unread']);
  });
});
