/**
 * Words strewn into a text against copying, hidden by a class of the page's own style sheet.
 *
 * Only short pieces inside lines: boxes that a sheet hides are often shown by a script afterwards.
 */
import { type AnyNode, descendants, hideByName, isInline, isText, wholeText } from './element.ts';

/** Characters of a piece of noise. */
const longest = 40;
/** Characters of style sheets that are read. */
const searched = 200_000;
const rule = /([^{}@]{1,300})\{([^{}]{0,600})\}/g;
const hides =
  /display\s{0,4}:\s{0,4}none|visibility\s{0,4}:\s{0,4}hidden|font-size\s{0,4}:\s{0,4}0(px|pt|em)?\s{0,4}(;|!|$)/i;
const oneClass = /^\.([\w-]{1,60})$/;
const blanks = /\s+/;

/** Rules that hold for some screens only: `@media` up to the end of its block. */
const conditional = /@media[^{]{0,300}\{(?:[^{}]{0,600}\{[^{}]{0,600}\}){0,200}\s{0,200}\}/gi;

function hiddenClasses(sheet: string): string[] {
  const unconditional = sheet.slice(0, searched).replace(conditional, '');
  return [...unconditional.matchAll(rule)]
    .filter((match) => hides.test(match[2] ?? ''))
    .flatMap((match) => (match[1] ?? '').split(','))
    .flatMap((selector) => oneClass.exec(selector.trim())?.[1] ?? []);
}

/** Marks the noise of a page as hidden. Must be called before anything on the page is weighed. */
export function hideNoise(root: AnyNode): void {
  const elements = descendants(root);
  const sheets = elements
    .filter(({ name }) => name === 'style')
    .flatMap(({ children }) => children.map((child) => (isText(child) ? child.data : '')));
  const classes = new Set(sheets.flatMap(hiddenClasses));
  if (classes.size === 0) return;
  for (const element of elements) {
    const names = element.attribs['class']?.split(blanks) ?? [];
    if (!names.some((name) => classes.has(name)) || !isInline(element)) continue;
    if (element.name !== 'a' && wholeText(element).length <= longest) hideByName(element);
  }
}
