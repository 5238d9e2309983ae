/**
 * The entries of a list that comes as JSON, whatever its members are called: an entry is an object
 * that holds an address and a title. An entry with an id alone is left: its address would be a guess.
 */
import { type Link, resolve, words } from '../page.ts';
import { memberOf, textOf } from './json.ts';

/** Members that hold the address of an entry, in the order in which they are believed. */
const addresses = [
  'url',
  'post_url',
  'link',
  'href',
  'docpuburl',
  'puburl',
  'pageurl',
  'infourl',
  'visiturl',
  'linkurl',
  'docurl',
  'staticurl',
  'htmlurl',
  'weburl',
] as const;

const titles = ['title', 'doctitle', 'infotitle', 'articletitle', 'topic', 'name'] as const;

/** Members whose string is a piece of HTML with the list in it. */
const markup: ReadonlySet<string> = new Set(['html', 'data', 'list', 'listhtml']);
const link = /<a\s/i;
const tags = /<[^<>]{0,400}>/g;
/** A title is no address, and an address no sentence. */
const addressForm = /^(https?:\/\/|\.{0,2}\/|[\w-]{1,80}\/|[\w-]{1,80}\.\w{2,5}(\?|$))\S{0,2000}$/i;

const deepest = 12;
const mostValues = 100_000;

export interface JsonList {
  readonly entries: readonly Link[];
  readonly html: string;
}

/** @param base Address of the answer. */
export function listedIn(value: unknown, base: URL): JsonList {
  const objects = objectsIn(value);
  const html = objects.flatMap((node) =>
    Object.entries(node).flatMap(([name, member]) => (isMarkup(name, member) ? [member] : [])),
  );
  return { entries: objects.flatMap((node) => entryOf(node, base) ?? []), html: html.join('\n') };
}

/** All objects and arrays in a value, itself first, in the order in which they stand. */
function objectsIn(value: unknown): readonly object[] {
  const found: object[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (typeof node !== 'object' || node === null) return;
    if (depth > deepest || found.length > mostValues) return;
    found.push(node);
    for (const member of Object.values(node)) visit(member, depth + 1);
  };
  visit(value, 0);
  return found;
}

const isMarkup = (name: string, value: unknown): value is string =>
  typeof value === 'string' && markup.has(name.toLowerCase()) && link.test(value);

function entryOf(node: object, base: URL): Link | undefined {
  const names = new Map(Object.keys(node).map((name) => [name.toLowerCase(), name]));
  const first = (wanted: readonly string[]): string | undefined => {
    for (const name of wanted) {
      const text = textOf(memberOf(node, names.get(name) ?? name));
      if (text !== undefined) return text;
    }
    return undefined;
  };
  const title = first(titles);
  const address = first(addresses);
  if (title === undefined || address === undefined || !addressForm.test(address)) return undefined;
  const url = resolve(address, base);
  return url && { url: url.href, text: words(title.replaceAll(tags, '')), rule: 'json entry' };
}
