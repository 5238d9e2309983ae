/** Pictures that a page shows, for carriers that bring their bytes along. */
import { type AnyNode, descendants, type Element, pathOf } from './tree/element.ts';

export interface ShownPicture {
  /** As written in the page. */
  readonly src: string;
  /** Points on the page; 0 where it does not say. */
  readonly width: number;
  readonly height: number;
}

const pointsPerPixel = 0.75;
const plainNumber = /^\s{0,8}(\d{1,5})(?:\.\d{1,8})?\s{0,8}(?:px)?\s{0,8}$/i;
const inStyle = (name: string): RegExp =>
  new RegExp(`(?:^|[;\\s])${name}\\s{0,4}:\\s{0,4}([\\d.]{1,9})(px|pt|in|cm|mm)`, 'i');
const widthStyle = inStyle('width');
const heightStyle = inStyle('height');
const pointsPer: Readonly<Record<string, number>> = {
  px: pointsPerPixel,
  pt: 1,
  in: 72,
  cm: 28.35,
  mm: 2.835,
};

function points(attribute: string | undefined, style: string, pattern: RegExp): number {
  const [, amount, unit = 'px'] = pattern.exec(style) ?? [];
  if (amount !== undefined) return Number(amount) * (pointsPer[unit.toLowerCase()] ?? 1);
  return Number(plainNumber.exec(attribute ?? '')?.[1] ?? 0) * pointsPerPixel;
}

function shown({ attribs }: Element): ShownPicture {
  const style = attribs['style'] ?? '';
  return {
    src: attribs['src'] ?? attribs['data-src'] ?? '',
    width: points(attribs['width'], style, widthStyle),
    height: points(attribs['height'], style, heightStyle),
  };
}

/** All pictures of a tree by the paths that their figures have. */
export const picturesIn = (tree: AnyNode): ReadonlyMap<string, ShownPicture> =>
  new Map(
    descendants(tree)
      .filter(({ name }) => name === 'img')
      .map((element) => [pathOf(element), shown(element)]),
  );
