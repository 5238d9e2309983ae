/** Page meta tags (《政府网站发展指引》 国办发〔2017〕47号, 网页标签规范) and the others that name something. */

import { type AnyNode, descendants, type Element } from '../tree/element.ts';
import { type Beside, beside } from './beside.ts';

/** Set for browsers and crawlers; they tell nothing about the document. */
const technical =
  /^(viewport|renderer|robots|googlebot|generator|format-detection|referrer|theme-color|mobile-|apple-|msapplication|x-|cache-|pragma|expires|force-rendering|applicable-device|baidu|google|360|sogou|shenma|msvalidate|csrf|renderer|progid|contentstart|contentend|webid|og:|twitter:|wap-|handheldfriendly|screen-orientation|full-screen|browsermode|layoutmode|nightmode|imagemode)/i;

/** Article pages repeat `Image` once for each attachment; the first is kept like any other. */
function named(element: Element): { name: string; content: string } | undefined {
  const { name, content } = element.attribs;
  if (element.name !== 'meta' || !name || technical.test(name)) return undefined;
  const text = (content ?? '').trim();
  return text === '' ? undefined : { name: name.trim(), content: text };
}

/** One block for each name, the first value that is not empty. */
export function metaTags(root: AnyNode): Beside[] {
  const seen = new Set<string>();
  const found: Beside[] = [];
  for (const element of descendants(root)) {
    const tag = named(element);
    if (!tag || seen.has(tag.name.toLowerCase())) continue;
    seen.add(tag.name.toLowerCase());
    const role = 'meta';
    found.push({
      ...beside(element, { role, label: tag.name, text: tag.content }),
      path: `meta[name="${tag.name.replaceAll('"', '\\"')}"]`,
    });
  }
  return found;
}

/** A meta tag by its name, without case. */
export const metaValue = (tags: readonly Beside[], name: string): string | undefined =>
  tags.find(({ label }) => label?.toLowerCase() === name.toLowerCase())?.text;
