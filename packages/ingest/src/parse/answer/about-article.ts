/** What the fields beside a text say of it: title, times, index header, files. */
import { indexKey } from '../html/beside/labels.ts';
import type { Article, Fields } from './find-article.ts';

export interface Fact {
  /** As in the page meta tags (国办发〔2017〕47号) or in the index header; else as the answer names it. */
  readonly label: string;
  readonly text: string;
  /** `$.data.publishTime` */
  readonly path: string;
}

export interface LinkedFile {
  readonly name: string;
  readonly href: string;
}

export interface About {
  readonly title: Fact | undefined;
  readonly meta: readonly Fact[];
  readonly index: readonly Fact[];
  readonly files: readonly LinkedFile[];
}

/** Names of the mandatory meta tags, by what systems call their fields. */
const metaNames: readonly (readonly [string, RegExp])[] = [
  [
    'PubDate',
    /^(?:pub(?:lish(?:ed)?)?_?(?:time|date)(?:str)?|publish_at|release_?(?:time|date)|docrel(?:time|pubtime)|docpubtime|display_?(?:publish_)?(?:time|date)|fbsj|fbrq)$/i,
  ],
  ['ContentSource', /^(?:source|(?:doc|content|info)_?source(?:_?name)?|origin|ly|xxly)$/i],
];

/** Keys of the index header, by what systems call their fields. */
const indexNames: readonly (readonly [string, RegExp])[] = [
  [
    'doc_number',
    /^(?:doc(?:ument)?_?(?:number|num|no|code)|file_?(?:number|num|no)|wenhao|wh|fwzh|document_number)$/i,
  ],
  ['index_number', /^(?:index_?(?:number|num|no|code)|syh|identifier|suoyinhao|idxid)$/i],
  ['publisher', /^(?:publisher|issuer|fwjg|fbjg|publish_?(?:org|dept|unit)|publishing_?agency)$/i],
  ['written_date', /^(?:cwrq|written_?(?:date|time)|create_?date_?of_?doc|fwrq)$/i],
  ['topic_category', /^(?:ztfl|theme|topic|theme_?name|subject_?(?:name|category))$/i],
];

const titleName =
  /^(?:(?:article|info|doc|news|main|html)?_?title|bt|biaoti|subject|xxmc|headline)$/i;
const fileList =
  /^(?:\w{0,20}(?:attach|annex|append|file|fj|fujian)\w{0,20}|res(?:ource)?_?list)$/i;
const addressName =
  /^(?:(?:file|attach|download|res)?_?(?:url|path|href|link|address)|src|filepath)$/i;
const fileName = /^(?:(?:old|file|attach|original|real|show|res)?_?(?:name|title)|filename|text)$/i;
/** Seconds, or milliseconds. */
const stamp = /^\d{10}(?:\d{3})?$/;
const zone = 8 * 3600 * 1000;
/** Milliseconds of 1990 and of 2100: what lies between is an instant and no other number. */
const instants = [631_152_000_000, 4_102_444_800_000] as const;
const longestFact = 1000;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string => {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.length <= longestFact ? value.trim() : '';
};

/** An instant as a date of China: systems give milliseconds, or seconds. */
function dateOf(text: string): string {
  const number = stamp.test(text) ? Number(text) : Number.NaN;
  const time = text.length === 10 ? number * 1000 : number;
  if (!(time >= instants[0] && time <= instants[1])) return text;
  return new Date(time + zone).toISOString().slice(0, 19).replace('T', ' ');
}

/** Fields with a name and a value of their own: `{"name":"文号","value":"…"}`, in lists of any depth. */
function namedPairs(value: unknown, path: string, depth = 0): Fact[] {
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (isFields(value)) {
    const name = textOf(value['name'] ?? value['label'] ?? value['key']);
    const text = textOf(value['value'] ?? value['val']);
    const label = indexKey(name);
    if (label !== undefined && text !== '') return [{ label, text: dateOf(text), path }];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    namedPairs(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, depth + 1),
  );
}

function filesIn(fields: Fields): LinkedFile[] {
  return Object.entries(fields)
    .filter(([key]) => fileList.test(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]))
    .filter(isFields)
    .flatMap((file) => {
      const entries = Object.entries(file);
      const href = textOf(
        entries.find(([key, value]) => addressName.test(key) && textOf(value))?.[1],
      );
      const name = textOf(entries.find(([key, value]) => fileName.test(key) && textOf(value))?.[1]);
      return href === '' ? [] : [{ href, name: name || (href.split('/').at(-1) ?? href) }];
    });
}

const labelIn = (names: readonly (readonly [string, RegExp])[], key: string): string | undefined =>
  names.find(([, form]) => form.test(key))?.[0];

/** Empty fields say nothing. */
export function aboutArticle({ fields, path, key: content }: Article): About {
  const facts = Object.entries(fields)
    .filter(([key]) => key !== content)
    .flatMap(([key, value]): (Fact & { key: string })[] => {
      const text = textOf(value);
      return text === '' ? [] : [{ key, label: key, text, path: `${path}.${key}` }];
    });
  const title = facts.find(({ key }) => titleName.test(key));
  const index = [
    ...facts.flatMap((fact) => {
      const label = labelIn(indexNames, fact.key) ?? indexKey(fact.key);
      return label === undefined ? [] : [{ ...fact, label, text: dateOf(fact.text) }];
    }),
    ...namedPairs(fields, path),
  ];
  const meta = facts
    .filter((fact) => fact !== title)
    .map((fact) => {
      const label = labelIn(metaNames, fact.key) ?? fact.label;
      return { ...fact, label, text: label === 'PubDate' ? dateOf(fact.text) : fact.text };
    });
  return { title, meta, index, files: filesIn(fields) };
}
