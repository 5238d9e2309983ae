/** What a page of an archive says of its other pages: frames, sheets of a workbook, links. */
import { type AnyNode, descendants, type Element } from '../html/tree/element.ts';

const named =
  (attribute: string) =>
  ({ attribs }: Element): string[] =>
    attribs[attribute] === undefined ? [] : [attribs[attribute]];

const isSheet = ({ name, attribs }: Element): boolean =>
  name === 'link' && attribs['id'] === 'shLink';

/** Whether the page is nothing but frames. */
export const isFrameset = (tree: AnyNode): boolean =>
  descendants(tree).some(({ name }) => name === 'frame' || name === 'frameset');

/** Pages that are shown inside of it, and the sheets that a saved workbook shows one at a time. */
export const framesIn = (tree: AnyNode): string[] => [
  ...descendants(tree)
    .filter(({ name }) => name === 'frame' || name === 'iframe')
    .flatMap(named('src')),
  ...descendants(tree).filter(isSheet).flatMap(named('href')),
];

export const linksIn = (tree: AnyNode): string[] =>
  descendants(tree)
    .filter(({ name }) => name === 'a')
    .flatMap(named('href'));
