/** Automatic numbers: the word processor keeps the counters, the text holds only the words. */
import { formatNumber } from './number-format.ts';

export interface Level {
  readonly start: number;
  /** Name of the number format, ECMA-376 §17.18.59. */
  readonly format: string;
  /** E.g. `（%1）`; `%n` stands for the number of level n. */
  readonly pattern: string;
  /** Level (from 1) after which this one starts again; 0 never. Undefined: after any level above. */
  readonly restart: number | undefined;
  /** All numbers of the pattern as plain digits. */
  readonly digits: boolean;
  /** What stands between number and text. */
  readonly suffix: 'tab' | 'space' | 'nothing';
}

export interface List {
  /** Lists that share a definition share the counters. */
  readonly counters: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Numbers with which levels begin when this list first uses them. */
  readonly starts: ReadonlyMap<number, number>;
}

export interface Numbering {
  /** The printed number of the next paragraph of a list, empty for bullets and unknown lists. */
  next(list: string, level: number): string;
  /** Formats that were met and are not known: their numbers are missing in the text. */
  unknown(): readonly string[];
}

const placeholder = /%([1-9])/g;
/** After these signs the text may follow at once; after a digit or a word it would run into it. */
const closed = /[\p{P}\p{S}①-⓿❶-➓㈠-㈩㊀-㊉]$/u;

/** Counts one paragraph: its level goes up by one, the levels below start again. */
function count(counts: Map<number, number>, list: List, level: number): void {
  const start = list.levels.get(level)?.start ?? 1;
  counts.set(level, (counts.get(level) ?? start - 1) + 1);
  for (const [deeper, { restart }] of list.levels) {
    if (deeper > level && restart !== 0 && (restart ?? deeper) > level) counts.delete(deeper);
  }
}

/** A tab is as wide as the page needs: nothing after `一、`, a blank after `1.1`. */
export function gapAfter(number: string, suffix: Level['suffix']): string {
  if (suffix === 'nothing') return '';
  return suffix === 'tab' && closed.test(number) ? '' : ' ';
}

function print(
  counts: ReadonlyMap<number, number>,
  list: List,
  level: number,
  unknown: Set<string>,
): string {
  const own = list.levels.get(level);
  if (!own || own.format === 'bullet') return '';
  const text = own.pattern.replace(placeholder, (_, place: string) => {
    const at = Number(place) - 1;
    const other = list.levels.get(at);
    const value = counts.get(at) ?? other?.start ?? 1;
    const format = own.digits ? 'decimal' : (other?.format ?? 'decimal');
    const printed = formatNumber(format, value);
    if (printed === undefined) unknown.add(format);
    return printed ?? '';
  });
  return text === '' ? '' : text + gapAfter(text, own.suffix);
}

/** @param lists By their ids. */
export function numberingOf(lists: ReadonlyMap<string, List>): Numbering {
  const counters = new Map<string, Map<number, number>>();
  const begun = new Set<string>();
  const unknown = new Set<string>();

  /** The first use of a level by a list may set its counter. */
  const begin = (id: string, list: List, level: number, counts: Map<number, number>): void => {
    const key = `${id} ${level}`;
    if (begun.has(key)) return;
    begun.add(key);
    const start = list.starts.get(level);
    if (start !== undefined) counts.set(level, start - 1);
  };

  return {
    next(id, level) {
      const list = lists.get(id);
      if (!list) return '';
      const counts = counters.get(list.counters) ?? new Map<number, number>();
      counters.set(list.counters, counts);
      begin(id, list, level, counts);
      count(counts, list, level);
      return print(counts, list, level, unknown);
    },
    unknown: () => [...unknown],
  };
}
