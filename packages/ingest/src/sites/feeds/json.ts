/** Reading JSON that somebody else made: nothing is expected of it, and every step may find nothing. */

/** `callback({…});` as scripts load it from elsewhere (JSONP). */
const callback = /^[\w.$]{1,100}\s{0,4}\(\s{0,20}(?=[[{])/;
const callbackEnd = /\)\s{0,20};?\s{0,20}$/;
const begin = /^[\s\uFEFF]*/;

/** The value of JSON or JSONP; undefined for what is neither. */
export function jsonIn(text: string): unknown {
  const bare = text.slice(begin.exec(text)?.[0].length ?? 0);
  const called = callback.exec(bare);
  const json = called ? bare.slice(called[0].length).trimEnd().replace(callbackEnd, '') : bare;
  if (!json.startsWith('{') && !json.startsWith('[')) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** The JSON that stands in a script right after the first match; undefined where there is none. */
export function jsonAfter(text: string, mark: RegExp): unknown {
  const found = mark.exec(text);
  if (!found) return undefined;
  const from = found.index + found[0].length;
  const end = endOfJson(text, from);
  return end === undefined ? undefined : jsonIn(text.slice(from, end));
}

const structural = /\\.|["[\]{}]/gs;

/** Where the bracket at `from` is closed again; strings are passed over. */
function endOfJson(text: string, from: number): number | undefined {
  let depth = 0;
  let inString = false;
  for (const { 0: mark, index } of text.slice(from).matchAll(structural)) {
    if (mark === '"') inString = !inString;
    if (inString || mark === '"' || mark.startsWith('\\')) continue;
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth === 0) return from + index + 1;
  }
  return undefined;
}

export function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const wholeNumber = /^\d{1,9}$/;

/** A count; also where it was written as a string. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && wholeNumber.test(value) ? Number(value) : undefined;
}

/** A string; also where it was written as a number. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
