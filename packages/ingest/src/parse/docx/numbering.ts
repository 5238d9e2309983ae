/** Automatic numbers: Word keeps the counters, the text holds only the words (ECMA-376 §17.9). */

import { child, elements, type XmlElement } from '../package/xml.ts';
import { formatNumber } from './number-format.ts';
import { flag, integer, valOf } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** E.g. `（%1）`; `%n` stands for the number of level n. */
  readonly pattern: string;
  /** Level after which this one starts again; 0 never. Undefined: after any level above. */
  readonly restart: number | undefined;
  /** All numbers of the pattern as plain digits. */
  readonly digits: boolean;
  readonly gap: string;
}

interface List {
  /** Lists that share a definition share the counters. */
  readonly counters: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** The printed number of the next paragraph of a list, empty for bullets and unknown lists. */
  next(list: string, level: number): string;
}

const placeholder = /%([1-9])/g;

function levelOf(element: XmlElement): Level {
  return {
    start: integer(valOf(element, 'w:start')) ?? 1,
    format: valOf(element, 'w:numFmt') ?? 'decimal',
    pattern: valOf(element, 'w:lvlText') ?? '',
    restart: integer(valOf(element, 'w:lvlRestart')),
    digits: flag(element, 'w:isLgl') ?? false,
    gap: valOf(element, 'w:suff') === 'space' ? ' ' : '',
  };
}

const levelsOf = (parent: XmlElement): [number, Level][] =>
  elements(parent)
    .filter(({ name }) => name === 'w:lvl')
    .map((level) => [integer(level.attributes['w:ilvl']) ?? 0, levelOf(level)]);

function listOf(num: XmlElement, abstracts: ReadonlyMap<string, XmlElement>): List | undefined {
  const id = valOf(num, 'w:abstractNumId') ?? '';
  const definition = abstracts.get(id);
  if (!definition) return undefined;
  const levels = new Map(levelsOf(definition));
  const starts = new Map<number, number>();
  const overrides = elements(num).filter(({ name }) => name === 'w:lvlOverride');
  for (const override of overrides) {
    const level = integer(override.attributes['w:ilvl']) ?? 0;
    const own = child(override, 'w:lvl');
    if (own) levels.set(level, levelOf(own));
    const start = integer(valOf(override, 'w:startOverride'));
    if (start !== undefined) starts.set(level, start);
  }
  return { counters: id, levels, starts };
}

/** Counts one paragraph: its level goes up by one, the levels below start again. */
function count(counts: Map<number, number>, list: List, level: number): void {
  const start = list.levels.get(level)?.start ?? 1;
  counts.set(level, (counts.get(level) ?? start - 1) + 1);
  for (const [deeper, { restart }] of list.levels) {
    if (deeper > level && restart !== 0 && (restart ?? deeper) > level) counts.delete(deeper);
  }
}

function print(counts: ReadonlyMap<number, number>, list: List, level: number): string {
  const own = list.levels.get(level);
  if (!own || own.format === 'bullet') return '';
  const text = own.pattern.replace(placeholder, (_, place: string) => {
    const at = Number(place) - 1;
    const other = list.levels.get(at);
    const value = counts.get(at) ?? other?.start ?? 1;
    return formatNumber(own.digits ? 'decimal' : (other?.format ?? 'decimal'), value) ?? '';
  });
  return text === '' ? '' : text + own.gap;
}

/** @param parts The children of `w:numbering`. */
export function numberingOf(parts: readonly XmlElement[]): Numbering {
  const abstracts = new Map(
    parts
      .filter(({ name }) => name === 'w:abstractNum')
      .map((part) => [part.attributes['w:abstractNumId'] ?? '', part]),
  );
  const lists = new Map(
    parts
      .filter(({ name }) => name === 'w:num')
      .map((part) => [part.attributes['w:numId'] ?? '', listOf(part, abstracts)]),
  );
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();

  return {
    next(id, level) {
      const list = lists.get(id);
      if (!list) return '';
      const counts = counters.get(list.counters) ?? new Map<number, number>();
      counters.set(list.counters, counts);
      if (!begun.has(`${id} ${level}`)) {
        begun.add(`${id} ${level}`);
        const start = list.starts.get(level);
        if (start !== undefined) counts.set(level, start - 1);
      }
      count(counts, list, level);
      return print(counts, list, level);
    },
  };
}
