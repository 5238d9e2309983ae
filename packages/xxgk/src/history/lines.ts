/** Changes as people read them. */
import { widthOf } from '../table.ts';
import type { SourceChange } from './changes.ts';
import type { FieldChange, RecordChange, Side } from './compare.ts';

export function changeLines(change: SourceChange): readonly string[] {
  const { source_id: source, at } = change;
  const when = at === null ? '' : ` (${at})`;
  switch (change.what) {
    case 'new':
      return [`new       ${source}${when}`, ...change.titles.map((title) => `          ${title}`)];
    case 'vanished': {
      const { first_missing_at: first, last_seen_at: last, answer } = change.tombstone;
      const seen = `last seen ${last ?? 'at an unknown time'}, missing since ${first ?? at}`;
      return [`vanished  ${source}${when}`, `          ${seen}: ${answer ?? ''}`];
    }
    case 'revived':
      return [`revived   ${source}${when}`];
    default:
      return [`changed   ${source}${when}`, ...versionLines(change)];
  }
}

type Versions = Extract<SourceChange, { readonly records: readonly RecordChange[] }>;

function versionLines({ what, before, after, records }: Versions): readonly string[] {
  const versions = `version ${before.number} → ${after.number}`;
  switch (what) {
    case 'layout':
      return ['          only the layout around the content changed'];
    case 'unread':
      return [`          ${versions}: one of the two could not be read`];
    case 'wording':
      return [`          ${versions}: only the wording changed`];
    case 'values':
      return [`          ${versions}`, ...records.flatMap(recordLines)];
    default:
      throw new TypeError(`Unknown change ${what satisfies never}`);
  }
}

function recordLines({ title, what, fields, record_id }: RecordChange): readonly string[] {
  const name = title ?? record_id;
  switch (what) {
    case 'added':
      return [`    + ${name}`];
    case 'removed':
      return [`    - ${name}`];
    case 'wording':
      return [`    ${name}: only the wording changed`];
    case 'values': {
      const named = fields.map((field) => ({ field, name: nameOf(field) }));
      const width = Math.max(...named.map((each) => widthOf(each.name)));
      return [`    ${name}`, ...named.flatMap((each) => fieldLines(each.field, each.name, width))];
    }
    default:
      throw new TypeError(`Unknown change ${what satisfies never}`);
  }
}

const nameOf = ({ path, label }: FieldChange): string =>
  label === null ? path : `${label} (${path})`;

function fieldLines(
  { before, after }: FieldChange,
  name: string,
  width: number,
): readonly string[] {
  const change = `${shown(before)} → ${shown(after)}`;
  return [
    `      ${name}${' '.repeat(width - widthOf(name))}  ${change}`,
    ...quoteLines('before', before),
    ...quoteLines('after', after),
  ];
}

const quoteLines = (when: string, side: Side | null): readonly string[] =>
  (side?.evidence ?? []).slice(0, 1).map(({ quote, place: { page, block, cell } }) => {
    const where = cell ? `row ${cell[0] + 1}, column ${cell[1] + 1}` : `block ${block}`;
    return `        ${when.padEnd(6)} “${oneLine(quote)}” (page ${page}, ${where})`;
  });

/** Nothing of a foreign text may move the cursor, or end the line. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();

function shown(side: Side | null): string {
  if (!side) return '(not said)';
  const { value, unit, status } = side;
  if (value === null || value === undefined) return status === null ? '(none)' : `(${status})`;
  const text = typeof value === 'string' ? oneLine(value) : JSON.stringify(value);
  return unit === null ? text : `${text} ${unit}`;
}
