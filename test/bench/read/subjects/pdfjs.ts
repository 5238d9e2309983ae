/** pdfjs-dist: the bare text of all pages, as its own examples take it. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Reader } from '../subject.ts';

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

async function read(bytes: Uint8Array): Promise<string> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${library}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${library}/standard_fonts/`,
    verbosity: 0,
  });
  const pdf = await task.promise;
  let text = '';
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    for (const item of (await page.getTextContent()).items) {
      if ('str' in item) text += item.hasEOL ? `${item.str}\n` : item.str;
    }
    page.cleanup();
  }
  await task.destroy();
  return text;
}

export async function load(): Promise<Reader> {
  return { read: (_, bytes) => read(bytes) };
}
