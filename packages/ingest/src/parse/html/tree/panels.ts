/** Panels of tabs: hidden until a reader asks for them, and as much of the article as the first one. */
import { countHan } from '../../../chinese/han.ts';
import { type AnyNode, childElements, type Element, isHidden, wholeText } from './element.ts';

/** Han characters of a panel that is worth showing. */
const aText = 20;
/** Panels that are shown at one time and compared. */
const few = 3;
const blanks = /\s+/;
/** Names that say which panel is shown now. */
const state = /^(active|show|shown|on|cur|current|selected|in|fade|hide|hidden|none|dn)$/i;

const names = ({ attribs }: Element): readonly string[] =>
  (attribs['class'] ?? '').split(blanks).filter((name) => name !== '' && !state.test(name));

/** Texts of the children of an element that are shown, by their kind: tag and names. */
type Shown = ReadonlyMap<string, readonly string[]>;

const known = new WeakMap<AnyNode, Shown>();

const kindOf = (element: Element): string => `${element.name} ${names(element).join(' ')}`;

function shownIn(parent: AnyNode): Shown {
  const before = known.get(parent);
  if (before) return before;
  const shown = Map.groupBy(
    childElements(parent).filter((child) => names(child).length > 0 && !isHidden(child)),
    kindOf,
  );
  const texts = new Map([...shown].map(([kind, all]) => [kind, all.slice(0, few).map(wholeText)]));
  known.set(parent, texts);
  return texts;
}

/**
 * Whether a hidden element is a panel: beside it stands one of the same kind that is shown, and the two
 * say different things (a copy for telephones says the same).
 */
export function isPanel(element: Element): boolean {
  const { parent } = element;
  if (!parent || names(element).length === 0) return false;
  const beside = shownIn(parent).get(kindOf(element)) ?? [];
  if (beside.length === 0) return false;
  const text = wholeText(element);
  return countHan(text) >= aText && beside.every((other) => other !== text && countHan(other) > 0);
}
