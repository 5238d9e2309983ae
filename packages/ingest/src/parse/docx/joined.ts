/** Paragraphs whose end is not printed: deleted or hidden marks, drop caps. */
import { child, elements, type XmlElement } from '../package/xml.ts';
import { flag } from './xml.ts';

/** Whether the text goes on in the next paragraph without a break. */
export function joinsNext(paragraph: XmlElement): boolean {
  const properties = child(paragraph, 'w:pPr');
  if (!properties) return false;
  const mark = child(properties, 'w:rPr');
  const gone = child(mark, 'w:del') ?? child(mark, 'w:moveFrom');
  if (gone !== undefined || flag(mark, 'w:vanish') === true) return true;
  const dropCap = child(properties, 'w:framePr')?.attributes['w:dropCap'];
  return dropCap !== undefined && dropCap !== 'none';
}

/** One paragraph of two: the mark that is left, the second's, says what it looks like. */
export function continued(first: XmlElement, second: XmlElement): XmlElement {
  const properties = elements(second).filter(({ name }) => name === 'w:pPr');
  const content = (paragraph: XmlElement) =>
    paragraph.children.filter((each) => typeof each === 'string' || each.name !== 'w:pPr');
  return { ...second, children: [...properties, ...content(first), ...content(second)] };
}
