/** The value of JSON, also inside of a call (JSONP). */

const opening = /^\ufeff?\s*(?:\/\*\*?\/\s{0,4})?(?:[\w$.]{1,80}\s{0,4}\(\s{0,4})?(?=[[{])/;
const callEnd = /\)\s{0,20};?\s{0,200}$/;

/** Undefined where it is not whole. */
export function jsonValue(text: string): unknown {
  const begin = opening.exec(text)?.[0] ?? '';
  const rest = text.slice(begin.length).trimEnd();
  const bare = begin.includes('(') ? rest.replace(callEnd, '') : rest;
  try {
    return JSON.parse(bare);
  } catch {
    return undefined;
  }
}
