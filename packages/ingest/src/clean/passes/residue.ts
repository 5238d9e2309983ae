import { replacing } from '../../edit.ts';
import type { Pass } from '../pass.ts';

const named: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  sp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  hellip: '…',
  middot: '·',
};

/** Entities that were escaped twice, or whose `&` became `?`. */
const entity = /[&?？](?:amp;)?(?:#(\d{2,6})|#x([0-9a-f]{2,5})|([a-z]{2,6}));/gi;

function meaning(decimal?: string, hex?: string, name?: string): string | undefined {
  if (name !== undefined) return named[name.toLowerCase()];
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0x1f && code < 0xd800 ? String.fromCodePoint(code) : entityAbove(code);
}

/** Above the surrogates, private use left out. */
const entityAbove = (code: number): string | undefined =>
  code >= 0xf900 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;

/** `&amp;nbsp;`, `&#12288;`, the damaged `&sp;`. */
export const entityPass: Pass = {
  rule: 'entity',
  position: 'Early: what stands behind the entities is text like any other for the passes below.',
  plan:
    () =>
    ({ text }) =>
      text.includes(';')
        ? replacing(text, entity, ([all, decimal, hex, name]) => meaning(decimal, hex, name) ?? all)
        : [],
};

const field = new RegExp(
  [
    String.raw`\[bookmark:\s{0,4}[^\]\n]{0,80}\]`,
    String.raw`\bHYPERLINK\s{1,4}(?:\\l\s{1,4})?["“][^"”\n]{0,300}["”](?:\s{1,4}\\[a-z]\s{0,4}(?:["“][^"”\n]{0,80}["”])?){0,4}`,
    String.raw`\bTOC\s{1,4}\\o\s{1,4}["“][\d\s-]{1,8}["”](?:\s{1,4}\\[a-z](?:\s{1,4}["“][^"”\n]{0,80}["”])?){0,4}`,
    String.raw`(?:\bPAGE(?:REF\s{1,4}\w{1,40})?|\bNUMPAGES|\bREF\s{1,4}_\w{1,40})?\s{0,4}\\\*\s{0,4}(?:MERGEFORMAT|Arabic)`,
    String.raw`\bPAGEREF\s{1,4}_\w{1,40}(?:\s{1,4}\\h)?`,
    String.raw`\bMERGEFORMAT\b`,
    String.raw`<!--\[if[^\]]{0,100}\]>(?:<!-->)?|<!\[endif\]-->`,
    '</?(?:o|w|st1|v):[a-z]{1,30}[^<>]{0,200}>',
  ].join('|'),
  'g',
);
const hint = /\[bookmark|HYPERLINK|TOC|MERGEFORMAT|PAGEREF|\\\*|<!|<\/?[owsv]/;

/** Codes of Word fields and tags that converters leave in the text. */
export const fieldPass: Pass = {
  rule: 'field-code',
  position: 'After the entities, which may hide the angle brackets of the tags.',
  plan:
    () =>
    ({ text }) =>
      hint.test(text) ? replacing(text, field, () => '') : [],
};
