/** Where elements stand to each other on a page: one walk, then every question is two comparisons. */
import { type AnyNode, type Element, isTag } from './element.ts';

interface Stretch {
  /** Place in the order of opening tags. */
  readonly from: number;
  /** The last place inside. */
  to: number;
}

export interface Order {
  /** Elements in the order of the page. */
  readonly elements: readonly Element[];
  /** Whether `outer` is `inner` or around it. */
  holds(outer: Element, inner: Element): boolean;
  /** Whether `a` has ended where `b` begins. */
  isBefore(a: Element, b: Element): boolean;
}

/** The order of the elements under a root, which is the first of them. */
export function orderOf(root: Element): Order {
  const elements: Element[] = [];
  const places = new Map<Element, Stretch>();
  const visit = (element: Element): void => {
    const place: Stretch = { from: elements.length, to: elements.length };
    places.set(element, place);
    elements.push(element);
    for (const child of element.children as AnyNode[]) if (isTag(child)) visit(child);
    place.to = elements.length - 1;
  };
  visit(root);
  const compare =
    (question: (a: Stretch, b: Stretch) => boolean) =>
    (a: Element, b: Element): boolean => {
      const [first, second] = [places.get(a), places.get(b)];
      return first !== undefined && second !== undefined && question(first, second);
    };
  return {
    elements,
    holds: compare((a, b) => a.from <= b.from && b.to <= a.to),
    isBefore: compare((a, b) => a.to < b.from),
  };
}
