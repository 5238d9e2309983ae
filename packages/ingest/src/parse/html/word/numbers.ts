/** Automatic numbers of paragraphs (`mso-list:Ignore`): as other carriers of Word's texts give them. */
import { Text } from 'domhandler';
import { gapAfter } from '../../word/numbering.ts';
import { type AnyNode, descendants, type Element, hideByName, wholeText } from '../tree/element.ts';

const automatic = /mso-list\s{0,4}:\s{0,4}ignore/i;
/** Letters of these fonts are bullets. */
const signFont = /font-family\s{0,4}:[^;]{0,80}(?:wingdings|webdings|symbol)/i;
const written = /[\p{L}\p{N}]/u;
const gaps = /[\s\u00a0]+/g;

const styleOf = ({ attribs }: Element): string => attribs['style'] ?? '';

function isBullet(element: Element, number: string): boolean {
  const styles = [element, ...descendants(element)].map(styleOf);
  return !written.test(number) || styles.some((style) => signFont.test(style));
}

/** Puts each number with the gap that follows it; bullets are left out, as in other carriers. */
export function setNumbers(tree: AnyNode): void {
  for (const element of descendants(tree)) {
    if (!automatic.test(styleOf(element))) continue;
    const number = wholeText(element).replace(gaps, ' ').trim();
    if (isBullet(element, number)) hideByName(element);
    else {
      const text = new Text(number + gapAfter(number, 'tab'));
      text.parent = element;
      element.children = [text];
    }
  }
}
