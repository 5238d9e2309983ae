/** Styles of a Word file: what a paragraph or run looks like when it does not say so itself. */
import type { Alignment } from '@xxgk/extract/document';
import { child, type XmlElement } from '../package/xml.ts';
import { type Look, overlay } from '../word/look.ts';
import { isSignFont } from '../word/signs.ts';
import { flag, integer, valOf } from './xml.ts';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly look: Look;
}

export interface Styles {
  /** Look of a style with what it is based on and the defaults. */
  look(style: string | undefined): Look;
  /** Only what a style and those it is based on say: for the style of a run. */
  own(style: string): Look;
  nameOf(style: string | undefined): string;
  /** A style and what it is based on, nearest first. */
  lineage(style: string | undefined): readonly string[];
}

const alignments: Readonly<Record<string, Alignment>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** The font of letters that are signs; undefined for all other fonts. */
function signFontOf(properties: XmlElement | undefined): string | undefined {
  const font = child(properties, 'w:rFonts')?.attributes['w:ascii'];
  return font !== undefined && isSignFont(font) ? font : undefined;
}

/** Reads `w:rPr`. */
export function runLook(properties: XmlElement | undefined): Look {
  if (!properties) return {};
  const place = valOf(properties, 'w:vertAlign');
  return {
    bold: flag(properties, 'w:b'),
    size: integer(valOf(properties, 'w:sz')),
    color: valOf(properties, 'w:color'),
    hidden: flag(properties, 'w:vanish'),
    raised: place === undefined ? undefined : place === 'superscript',
    signFont: signFontOf(properties),
  };
}

/** Reads `w:pPr` without its run properties. */
export function paragraphLook(properties: XmlElement | undefined): Look {
  if (!properties) return {};
  const indent = child(properties, 'w:ind')?.attributes ?? {};
  const numbering = child(properties, 'w:numPr');
  const hanging = integer(indent['w:hanging'] ?? indent['w:hangingChars']);
  return {
    align: alignments[valOf(properties, 'w:jc') ?? ''],
    firstLineChars: integer(indent['w:firstLineChars']),
    firstLine: hanging ? 0 : integer(indent['w:firstLine']),
    outline: integer(valOf(properties, 'w:outlineLvl')),
    list: valOf(numbering, 'w:numId'),
    level: integer(valOf(numbering, 'w:ilvl')),
  };
}

const lookOf = (element: XmlElement | undefined): Look =>
  overlay(paragraphLook(child(element, 'w:pPr')), runLook(child(element, 'w:rPr')));

const styleOf = (part: XmlElement, id: string): Style => ({
  id,
  name: valOf(part, 'w:name') ?? id,
  basedOn: valOf(part, 'w:basedOn'),
  look: lookOf(part),
});

function defaultsOf(part: XmlElement | undefined): Look {
  const paragraph = child(child(part, 'w:pPrDefault'), 'w:pPr');
  const run = child(child(part, 'w:rPrDefault'), 'w:rPr');
  return overlay(paragraphLook(paragraph), runLook(run));
}

const on = new Set(['1', 'true', 'on']);

const isDefault = ({ attributes }: XmlElement): boolean =>
  attributes['w:type'] === 'paragraph' && on.has(attributes['w:default'] ?? '');

/** Styles may be based on each other in a circle; so far is followed. */
const deepest = 20;

/** @param parts The children of `w:styles`. */
export function stylesOf(parts: readonly XmlElement[]): Styles {
  const defaults = defaultsOf(parts.find(({ name }) => name === 'w:docDefaults'));
  const styles = new Map<string, Style>();
  let standard: string | undefined;
  for (const part of parts) {
    const id = part.attributes['w:styleId'];
    if (part.name !== 'w:style' || id === undefined) continue;
    styles.set(id, styleOf(part, id));
    if (isDefault(part)) standard = id;
  }

  const family = (id: string | undefined): Style[] => {
    const found: Style[] = [];
    let style = styles.get(id ?? '');
    while (style && found.length < deepest) {
      found.push(style);
      style = styles.get(style.basedOn ?? '');
    }
    return found;
  };
  const looks = new Map<string, Look>();
  const own = (id: string | undefined): Look => {
    const known = looks.get(id ?? '');
    if (known) return known;
    const look = family(id).reduceRight((under, style) => overlay(under, style.look), {} as Look);
    looks.set(id ?? '', look);
    return look;
  };
  return {
    look: (id) => overlay(defaults, own(id ?? standard)),
    own,
    nameOf: (id) => styles.get(id ?? '')?.name ?? '',
    lineage: (id) => family(id).map((style) => style.id),
  };
}
