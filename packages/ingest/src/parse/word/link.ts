/** Links to files in the text of a document: its attachments on the site. */
import { endingsOf } from '@xxgk/extract/file-formats';
import type { Link } from './field.ts';
import type { Item } from './paragraph.ts';

const file = new RegExp(
  `\\.(?:${endingsOf('text', 'sheet', 'slides', 'saved-page', 'archive')})(?:[?#].{0,2000})?$`,
  'i',
);

function addressOf(href: string): URL | undefined {
  const url = URL.parse(href);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : undefined;
}

/** A block of role `attachment` for each link that names a file of the web. */
export const attachmentsOf = (links: readonly Link[], path: string): Item[] =>
  links.flatMap(({ text, href }) => {
    const url = file.test(href) ? addressOf(href) : undefined;
    const name = text.trim() || (url?.pathname.split('/').at(-1) ?? '');
    if (!url || name === '') return [];
    return { block: { kind: 'paragraph', role: 'attachment', text: name, href: url.href, path } };
  });
