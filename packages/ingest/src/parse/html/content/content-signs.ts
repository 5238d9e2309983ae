/** What is known when the text of a page is looked for, and what is found. */

import type { Title } from '../beside/title.ts';
import type { AnyNode, Element } from '../tree/element.ts';
import type { Order } from '../tree/order.ts';

export interface Content {
  /** In order; siblings or whole elements. */
  readonly nodes: readonly AnyNode[];
  /** The element around them. */
  readonly around: Element;
  /**
   * `marked` by the system, `likely` by name, `anchored` under the head of the article, `scored` by
   * where the sentences are.
   */
  readonly by: 'marked' | 'likely' | 'anchored' | 'scored';
}

/** What has been found on a page before its text is looked for. */
export interface HeadSigns {
  readonly order: Order;
  readonly title: Title | undefined;
  readonly bylines: readonly Element[];
  readonly headers: readonly Element[];
  /** Boxes that are read elsewhere. */
  readonly consumed: ReadonlyMap<Element, string | null>;
}
