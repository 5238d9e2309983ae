/** What stands beside the text of a page, before it becomes blocks. */
import type { Role } from '@xxgk/extract/document';
import { type Element, pathOf } from '../tree/element.ts';

export interface Beside {
  readonly role: Role;
  readonly label?: string;
  readonly text: string;
  /** Absolute. */
  readonly href?: string;
  readonly path: string;
}

/** A piece with the path of the element it was read from. */
export const beside = (
  element: Element,
  piece: Omit<Beside, 'path' | 'label' | 'href'> & {
    readonly label?: string | undefined;
    readonly href?: string | undefined;
  },
): Beside => ({
  role: piece.role,
  text: piece.text,
  path: pathOf(element),
  ...(piece.label === undefined ? {} : { label: piece.label }),
  ...(piece.href === undefined ? {} : { href: piece.href }),
});
