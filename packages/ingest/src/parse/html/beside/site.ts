/** Who runs the site: what the head and the foot of a page say (site code, 主办单位, name). */
import { keyOf } from '../../../chinese/key.ts';
import {
  type AnyNode,
  childElements,
  classOf,
  descendants,
  type Element,
  textOf,
} from '../tree/element.ts';
import { weightOf } from '../tree/weight.ts';
import { type Beside, beside } from './beside.ts';

/** Characters of a piece of footer. */
const longest = 600;
/** Han characters of the shortest word that announces a fact. */
const fewest = 2;
/** Characters of a site's name. */
const longestName = 40;

/** `主办单位：X  承办单位：Y`: a name ends at a wide blank, a bar or the next label. */
const name = '([^\\s|,，;；:：]{2,40})';
const facts: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['site_id_code', /网站标识码\s{0,4}[:：]?\s{0,4}((?:bm)?\d{8,15})/i],
  ['host_unit', new RegExp(`主办(?:单位)?\\s{0,4}[:：]\\s{0,4}${name}`)],
  ['undertaking_unit', new RegExp(`承办(?:单位)?\\s{0,4}[:：]\\s{0,4}${name}`)],
  ['copyright_holder', new RegExp(`版权所有\\s{0,4}[:：]\\s{0,4}${name}`)],
];
/** Asked first: it is cheap, and holds in both scripts. */
const mayHint = /[标標承主版]/;
const hint = /标识码|主办|承办|版权所有/;
const pictureClass = /(^|[\s_-])(header|head|banner|top|logo)([\s_-]|$)/i;
const nameClass = /(^|[\s_-])(site-?name|logo|wzmc|webname)([\s_-]|$)/i;
/** A name of an agency or its site. */
const agencyName = /(政府|局|委员会|委|厅|部|院|办公室|中心|银行|总署|门户网站|政府网|网)$/;

/** The smallest elements that hold a fact. */
function feet(element: Element): Element[] {
  const { ink, han } = weightOf(element);
  if (han < fewest) return [];
  const inner = childElements(element).flatMap(feet);
  if (inner.length > 0 || ink > longest) return inner;
  const text = textOf(element);
  return mayHint.test(text) && hint.test(keyOf(text)) ? [element] : [];
}

/** The name that a box prints, or that its picture stands for. */
function nameOf(element: Element): string {
  const classes = classOf(element);
  const printed = nameClass.test(classes) && weightOf(element).ink <= longestName;
  const text = printed ? textOf(element) : '';
  if (text !== '' || !(nameClass.test(classes) || pictureClass.test(classes))) return text;
  const image = [element, ...descendants(element)].find(({ name }) => name === 'img');
  return (image?.attribs['alt'] ?? image?.attribs['title'] ?? '').trim();
}

function named(root: AnyNode): Beside[] {
  for (const element of descendants(root)) {
    const text = nameOf(element);
    if (text.length > longestName || !agencyName.test(keyOf(text))) continue;
    return [beside(element, { role: 'site', label: 'site_name', text })];
  }
  return [];
}

/** Facts about the site, each once. */
export function siteFacts(root: Element): Beside[] {
  const found = new Map<string, Beside>();
  for (const element of feet(root)) {
    const text = textOf(element);
    for (const [label, pattern] of facts) {
      const value = pattern.exec(text)?.[1];
      if (value === undefined || found.has(label)) continue;
      found.set(label, beside(element, { role: 'site', label, text: value }));
    }
  }
  return [...named(root), ...found.values()];
}
