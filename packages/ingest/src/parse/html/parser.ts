/** HTML: web pages, whatever they are called. */
import type { Parser } from '../parser.ts';
import { looksLikeHtml } from './recognise.ts';

const version = '3';

export const htmlParser: Parser = {
  name: 'html',
  version,
  mediaType: 'text/html',
  textual: true,
  recognises: (head) => looksLikeHtml(head),
  parse: async (file) => {
    const { readHtml } = await import('./read-html.ts');
    return readHtml(file, version);
  },
};
