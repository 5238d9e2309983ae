/** Attachments that a text names and its page does not link: a name, and no address. */
import { attachmentLines } from '../attachment-lines.ts';
import { evidenceFor, type Found } from '../evidence.ts';
import { endingsOf, filesOfPeople } from '../file-formats.ts';
import { isAttachmentHead, isFurniture, isImprint, isNote, isSentence } from '../line-signs.ts';
import type { Part } from '../part.ts';
import { type Beside, besides, type Item, isLine } from '../reading.ts';
import { attachmentNames } from '../rules/attachment-names.ts';
import type { Zones } from '../zones.ts';

/** Lines that name attachments; more are a text of another kind. */
const MOST = 60;
const BLANKS_AND_MARKS = /[\s\u3000《》〈〉“”"（）()【】]/gu;
const LABEL = /^附件?[0-9０-９一二三四五六七八九十]{0,3}[.．、：:]?|^[0-9０-９]{1,2}[.．、]/u;
const EXTENSION = new RegExp(`\\.(?:${endingsOf(...filesOfPeople)})$`, 'iu');
/** 附件1.doc, 点击下载: a link that does not say what it leads to. */
const NAMELESS = /^(?:附件?[0-9一二三四五六七八九十]{0,3}|点击下载|下载|查看|附件下载)$/u;

const keyOf = (name: string): string => {
  const flat = name.replace(BLANKS_AND_MARKS, '').replace(EXTENSION, '');
  return NAMELESS.test(flat) ? '' : flat.replace(LABEL, '');
};

/** Whether one of some links leads to what is named: names are shortened on either side. */
const isLinked = (name: string, links: readonly Beside[]): boolean =>
  links.some(({ text }) => {
    const key = keyOf(text.trim());
    return key === '' || key.includes(keyOf(name)) || keyOf(name).includes(key);
  });

/** Index of the last line of the file that is called so. */
const lastPlaces = (items: readonly Item[]): ReadonlyMap<string, number> =>
  new Map(items.flatMap((item, at) => (isLine(item) ? [[keyOf(item.text), at] as const] : [])));

const isText = (item: Item): boolean =>
  !isLine(item) ||
  isAttachmentHead(item.text) ||
  (isSentence(item.text) && !isNote(item.text) && !isFurniture(item.text) && !isImprint(item.text));

/**
 * Names under the body of the main text, or behind its signature where nothing else stands there: text
 * behind a name makes it the head of that text.
 */
export function namedAttachments(part: Part, zones: Zones): Found<string>[] {
  if (part.relation !== 'main') return [];
  const { items, reading } = part;
  const lines = attachmentLines(items.filter(isLine)).slice(0, MOST);
  if (lines.length === 0) return [];
  const links = besides(reading, 'attachment');
  const places = lastPlaces(reading.items);
  const signed = zones.signature.date ? items.indexOf(zones.signature.date) : -1;
  const lastText = items.findLastIndex(isText);
  return lines
    .filter((line) => items.indexOf(line) < signed || items.indexOf(line) > lastText)
    .flatMap((line) =>
      [...attachmentNames.find(line.text)]
        .filter(({ value }) => !isLinked(value, links))
        .filter(({ value }) => (places.get(keyOf(value)) ?? 0) <= reading.items.indexOf(line))
        .map((match) => ({
          value: match.value,
          evidence: [evidenceFor(line, match, attachmentNames.id, 0.9)],
        })),
    );
}
