/** The lists of a Word file (ECMA-376 §17.9), as the counters of automatic numbers want them. */
import { child, elements, type XmlElement } from '../package/xml.ts';
import { formatName } from '../word/format-names.ts';
import type { Level, List } from '../word/numbering.ts';
import { flag, integer, valOf } from './xml.ts';

export interface Lists {
  /** By `w:numId`. */
  readonly lists: ReadonlyMap<string, List>;
  /** The level of a list to which a paragraph style belongs. */
  levelOf(list: string, style: string): number | undefined;
}

const code = /^\d{1,3}$/;
const leadingZeros = /^(0+)1\b/;

/** Word 2010 writes its newer formats beside a plain one: `001, 002, …`. */
function formatOf(element: XmlElement): string {
  const plain = valOf(element, 'w:numFmt');
  // Word 2003 wrote formats by their number.
  if (plain !== undefined) return code.test(plain) ? formatName(Number(plain)) : plain;
  const alternative = child(element, 'mc:AlternateContent');
  const custom = child(child(alternative, 'mc:Choice'), 'w:numFmt')?.attributes['w:format'];
  const zeros = leadingZeros.exec(custom ?? '')?.[1]?.length;
  if (zeros !== undefined) return `decimalZero${zeros + 1}`;
  return valOf(child(alternative, 'mc:Fallback'), 'w:numFmt') ?? 'decimal';
}

function suffixOf(element: XmlElement): Level['suffix'] {
  const value = valOf(element, 'w:suff');
  return value === 'space' || value === 'nothing' ? value : 'tab';
}

const levelOf = (element: XmlElement): Level => ({
  start: integer(valOf(element, 'w:start')) ?? 1,
  format: formatOf(element),
  pattern: valOf(element, 'w:lvlText') ?? '',
  restart: integer(valOf(element, 'w:lvlRestart')),
  digits: flag(element, 'w:isLgl') ?? false,
  suffix: suffixOf(element),
});

const levelElements = (parent: XmlElement): XmlElement[] =>
  elements(parent).filter(({ name }) => name === 'w:lvl');

const indexOf = (element: XmlElement): number => integer(element.attributes['w:ilvl']) ?? 0;

function listOf(num: XmlElement, definition: XmlElement): List {
  const levels = new Map(levelElements(definition).map((each) => [indexOf(each), levelOf(each)]));
  const starts = new Map<number, number>();
  for (const override of elements(num).filter(({ name }) => name === 'w:lvlOverride')) {
    const own = child(override, 'w:lvl');
    if (own) levels.set(indexOf(override), levelOf(own));
    const start = integer(valOf(override, 'w:startOverride'));
    if (start !== undefined) starts.set(indexOf(override), start);
  }
  return { counters: definition.attributes['w:abstractNumId'] ?? '', levels, starts };
}

/** Definitions by id; one that only names a list style stands for the definition of that style. */
function definitionsOf(parts: readonly XmlElement[]): Map<string, XmlElement> {
  const all = parts.filter(({ name }) => name === 'w:abstractNum');
  const byStyle = new Map(all.map((part) => [valOf(part, 'w:styleLink') ?? '', part]));
  return new Map(
    all.map((part) => {
      const linked = valOf(part, 'w:numStyleLink');
      const meant = linked === undefined ? part : (byStyle.get(linked) ?? part);
      return [part.attributes['w:abstractNumId'] ?? '', meant];
    }),
  );
}

/** @param parts The children of `w:numbering`. */
export function listsOf(parts: readonly XmlElement[]): Lists {
  const definitions = definitionsOf(parts);
  const lists = new Map<string, List>();
  const styles = new Map<string, number>();
  for (const num of parts.filter(({ name }) => name === 'w:num')) {
    const definition = definitions.get(valOf(num, 'w:abstractNumId') ?? '');
    if (!definition) continue;
    const id = num.attributes['w:numId'] ?? '';
    lists.set(id, listOf(num, definition));
    for (const level of levelElements(definition)) {
      const style = valOf(level, 'w:pStyle');
      if (style !== undefined) styles.set(`${id} ${style}`, indexOf(level));
    }
  }
  return { lists, levelOf: (list, style) => styles.get(`${list} ${style}`) };
}
