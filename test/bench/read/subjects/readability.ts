/** Mozilla's Readability over each of the two DOMs that its users put under it. */
import { createRequire } from 'node:module';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { BenchFile } from '../item.ts';
import type { Reader } from '../subject.ts';

type Dom = ConstructorParameters<typeof Readability>[0];

/** The part of jsdom that is used here: its own types would bring a browser's into all of ours. */
interface Jsdom {
  readonly JSDOM: new (
    html: string,
    options: { readonly url: string },
  ) => { readonly window: { readonly document: Dom; close(): void } };
}

const anyPage = 'https://www.example.gov.cn/a.html';

function articleOf(document: Dom): string {
  const article = new Readability(document).parse();
  if (!article) throw new Error('Readability found no article');
  return article.textContent ?? '';
}

/** @param option `jsdom` or `linkedom`. */
export async function load(option: string): Promise<Reader> {
  const html = ({ charset }: BenchFile, bytes: Uint8Array): string =>
    new TextDecoder(charset).decode(bytes);
  if (option === 'linkedom') {
    return { read: async (file, bytes) => articleOf(parseHTML(html(file, bytes)).document) };
  }
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom;
  return {
    read: async (file, bytes) => {
      const { window } = new JSDOM(html(file, bytes), { url: file.url ?? anyPage });
      try {
        return articleOf(window.document);
      } finally {
        window.close();
      }
    },
  };
}
