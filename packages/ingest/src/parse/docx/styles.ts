/** Styles of a Word file: what a paragraph or run looks like when it does not say so itself. */
import { child, type XmlElement } from '../package/xml.ts';
import { flag, integer, valOf } from './xml.ts';

/** Properties that matter to the reader; undefined where nothing is said. */
export interface Look {
  readonly justification?: string | undefined;
  /** Hundredths of a character, and twentieths of a point: the first wins (ECMA-376 §17.3.1.12). */
  readonly firstLineChars?: number | undefined;
  readonly firstLine?: number | undefined;
  /** From 0; 9 is body text. */
  readonly outline?: number | undefined;
  readonly numbering?: string | undefined;
  readonly level?: number | undefined;
  readonly bold?: boolean | undefined;
  /** Half-points. */
  readonly size?: number | undefined;
  readonly color?: string | undefined;
  readonly hidden?: boolean | undefined;
}

interface Style {
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
}

/** What `over` says, and `under` where it is silent. */
export function overlay(under: Look, over: Look): Look {
  const said = Object.entries(over).filter(([, value]) => value !== undefined);
  return { ...under, ...Object.fromEntries(said) };
}

/** Reads `w:rPr`. */
export function runLook(properties: XmlElement | undefined): Look {
  return {
    bold: flag(properties, 'w:b'),
    size: integer(valOf(properties, 'w:sz')),
    color: valOf(properties, 'w:color'),
    hidden: flag(properties, 'w:vanish'),
  };
}

/** Reads `w:pPr` without its run properties. */
export function paragraphLook(properties: XmlElement | undefined): Look {
  const indent = child(properties, 'w:ind')?.attributes ?? {};
  const numbering = child(properties, 'w:numPr');
  const hanging = integer(indent['w:hanging'] ?? indent['w:hangingChars']);
  return {
    justification: valOf(properties, 'w:jc'),
    firstLineChars: integer(indent['w:firstLineChars']),
    firstLine: hanging ? 0 : integer(indent['w:firstLine']),
    outline: integer(valOf(properties, 'w:outlineLvl')),
    numbering: valOf(numbering, 'w:numId'),
    level: integer(valOf(numbering, 'w:ilvl')),
  };
}

const lookOf = (element: XmlElement | undefined): Look =>
  overlay(paragraphLook(child(element, 'w:pPr')), runLook(child(element, 'w:rPr')));

/** Styles may be based on each other in a circle; so far is followed. */
const deepest = 20;

/** @param parts The children of `w:styles`. */
export function stylesOf(parts: readonly XmlElement[]): Styles {
  const styles = new Map<string, Style>();
  let defaults: Look = {};
  let defaultParagraph: string | undefined;
  for (const part of parts) {
    if (part.name === 'w:docDefaults') {
      const paragraph = child(child(part, 'w:pPrDefault'), 'w:pPr');
      const run = child(child(part, 'w:rPrDefault'), 'w:rPr');
      defaults = overlay(paragraphLook(paragraph), runLook(run));
    }
    const id = part.attributes['w:styleId'];
    if (part.name !== 'w:style' || id === undefined) continue;
    const name = valOf(part, 'w:name') ?? id;
    styles.set(id, { name, basedOn: valOf(part, 'w:basedOn'), look: lookOf(part) });
    const isDefault = part.attributes['w:default'];
    if (part.attributes['w:type'] === 'paragraph' && (isDefault === '1' || isDefault === 'true')) {
      defaultParagraph = id;
    }
  }

  const own = (id: string | undefined, depth = 0): Look => {
    const style = id === undefined ? undefined : styles.get(id);
    if (!style || depth > deepest) return {};
    return overlay(own(style.basedOn, depth + 1), style.look);
  };
  const nameOf = (id: string | undefined): string => styles.get(id ?? '')?.name ?? '';
  return { look: (id) => overlay(defaults, own(id ?? defaultParagraph)), own, nameOf };
}
