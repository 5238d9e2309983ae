/** Pieces beside the text, for tests. */
import type { Role, TextBlock } from './document.ts';

/** A meta tag, an index entry, a breadcrumb item …, as parsers give them. */
export const besideOf = (role: Role, label: string, text: string, href?: string): TextBlock => ({
  kind: 'paragraph',
  role,
  text,
  ...(label === '' ? {} : { label }),
  ...(href === undefined ? {} : { href }),
});
