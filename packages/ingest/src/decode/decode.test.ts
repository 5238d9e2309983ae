import { describe, expect, test } from 'vitest';
import { EmptyFileError, UnknownFormatError } from '../errors.ts';
import type { SourceFile } from '../stage.ts';
import { decode } from './decode.ts';

const file = (bytes: Uint8Array, fileName: string | null = null): SourceFile => ({
  bytes,
  sha256: '0'.repeat(64),
  url: null,
  fileName,
  declaredType: 'application/msword',
  declaredCharset: null,
  fetchedAt: null,
});

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('decode', () => {
  test('a file without bytes is an error that says so', () => {
    expect(() => decode(file(new Uint8Array()))).toThrow(EmptyFileError);
  });

  test('bytes of no known format are an error that shows how they begin', () => {
    const unknown = file(Uint8Array.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 0]), 'report.html');
    expect(() => decode(unknown)).toThrow(UnknownFormatError);
    expect(() => decode(unknown)).toThrow('cafebabe');
  });

  test.each([
    ['<!DOCTYPE html><html></html>', 'a.doc'],
    ['\ufeff  <html xmlns:o="urn:x">', 'a.doc'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0"><html>', null],
    ['<div class="wrap"><table><tr><td><p>正文</p></td></tr></table></div>', null],
  ])('%s is a web page whatever its name', (text, name) => {
    expect(decode(file(bytes(text), name)).parser.name).toBe('html');
  });

  test.each([
    ['{"a": "<p>"}', 'json'],
    ['<?xml version="1.0"?><w:wordDocument></w:wordDocument>', 'xml'],
  ])('%s is no web page', (text, name) => {
    expect(decode(file(bytes(text))).parser.name).toBe(name);
  });

  test('words alone are nothing that is known', () => {
    expect(() => decode(file(bytes('正文')))).toThrow(UnknownFormatError);
  });

  test('the same page in UTF-16 is recognised by its mark', () => {
    const wide = Buffer.from('\ufeff<html><body>正文</body></html>', 'utf16le');
    const { decoded } = decode(file(wide));
    expect(decoded).toMatchObject({ mediaType: 'text/html', charset: 'utf-16le' });
    expect(decoded.text).toContain('正文');
  });

  test.each([
    ['<html><body><p>正文</p><div cla', true],
    ['<html><body><p>正文</p>', true],
    ['<html><body><p>正文</p></body></html>', false],
    ['<div><p>正文</p><p>一</p></div>', false],
  ])('%s: a page that breaks off is told', (text, cut) => {
    const codes = decode(file(bytes(text))).decoded.diagnostics.map(({ code }) => code);
    expect(codes.includes('decode/truncated')).toBe(cut);
  });
});
