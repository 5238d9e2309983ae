/** Formulas (ECMA-376 §22.1) in one line: a fraction is no number of two digits. */
import { child, elements, type XmlElement } from '../package/xml.ts';

const plain = /^[\p{L}\p{N}.%]*$/u;

/** In brackets where it would run into its neighbour. */
const grouped = (text: string): string => (plain.test(text) ? text : `(${text})`);

const settingOf = (parent: XmlElement | undefined, name: string): string | undefined =>
  child(parent, name)?.attributes['m:val'];

const part = (parent: XmlElement, name: string): string => {
  const found = child(parent, name);
  return found ? mathText(found) : '';
};

const parts = (parent: XmlElement, name: string): string[] =>
  elements(parent)
    .filter((each) => each.name === name)
    .map(mathText);

const text = (element: XmlElement): string =>
  element.children.filter((each) => typeof each === 'string').join('');

function delimited(element: XmlElement): string {
  const properties = child(element, 'm:dPr');
  const open = settingOf(properties, 'm:begChr') ?? '(';
  const close = settingOf(properties, 'm:endChr') ?? ')';
  const between = settingOf(properties, 'm:sepChr') ?? '|';
  return `${open}${parts(element, 'm:e').join(between)}${close}`;
}

function large(element: XmlElement): string {
  const sign = settingOf(child(element, 'm:naryPr'), 'm:chr') ?? '∫';
  return `${sign}${part(element, 'm:e')}`;
}

const scripts = (element: XmlElement): string => {
  const [below, above] = [part(element, 'm:sub'), part(element, 'm:sup')];
  return `${part(element, 'm:e')}${below}${above === '' ? '' : `^${grouped(above)}`}`;
};

const forms: Readonly<Record<string, (element: XmlElement) => string>> = {
  'm:t': text,
  'w:t': text,
  'm:f': (element) => `${grouped(part(element, 'm:num'))}/${grouped(part(element, 'm:den'))}`,
  'm:sSup': scripts,
  'm:sSub': scripts,
  'm:sSubSup': scripts,
  'm:rad': (element) => `${part(element, 'm:deg')}√${grouped(part(element, 'm:e'))}`,
  'm:d': delimited,
  'm:nary': large,
  'w:del': () => '',
};

/** The text of a formula or of a part of one. */
export function mathText(element: XmlElement): string {
  const form = forms[element.name];
  return form ? form(element) : elements(element).map(mathText).join('');
}
