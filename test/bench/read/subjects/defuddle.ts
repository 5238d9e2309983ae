/** Defuddle through its entry for Node, over linkedom as its README shows. */
import { Defuddle } from 'defuddle/node';
import { parseHTML } from 'linkedom';
import type { Reader } from '../subject.ts';

export async function load(): Promise<Reader> {
  return {
    read: async ({ url, charset }, bytes) => {
      const { document } = parseHTML(new TextDecoder(charset).decode(bytes));
      const { content } = await Defuddle(document, url ?? 'https://www.example.gov.cn/a.html');
      return content;
    },
  };
}
