/** The annual reports of a store, as far as the completeness matrix needs them. */
import type { AnnualReport } from '@xxgk/extract/record';
import { type Archive, sha256Of } from '@xxgk/store';

export interface Report {
  readonly record_id: string;
  readonly agency: string | null;
  readonly year: number;
  readonly published_on: string | null;
  readonly issued_on: string | null;
  readonly url: string | null;
  readonly blank: boolean;
  /** Equal for reports that say the same, whatever year they name; null where they say too little. */
  readonly fingerprint: string | null;
  readonly vanished: boolean;
}

/** Values that two reports do not have in common by chance. */
const manyValues = 6;
const manyNumbers = 4;
const longText = 200;
/** A title and a byline. */
const shortText = 60;
const dates = /\d{4}\s?年(?:度)?(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{4}-\d{2}-\d{2}|\s/gu;

/**
 * Current annual reports of known year; of a source that said other things before, what it says now.
 *
 * @throws {StoreError} when the store fails.
 */
export async function* reportsIn(archive: Archive): AsyncIterable<Report> {
  const vanished = await vanishedSources(archive);
  for await (const record of archive.records({ kind: 'annual_report' })) {
    if (record.kind !== 'annual_report' || record.report_year === null) continue;
    if (!(await isCurrent(record, archive))) continue;
    const { record_id, published_on, issued_on, source } = record;
    yield {
      record_id,
      agency: record.agency?.name ?? null,
      year: record.report_year,
      published_on,
      issued_on,
      url: source.url,
      blank: isBlank(record),
      fingerprint: fingerprintOf(record),
      vanished: source.url !== null && vanished.has(source.url),
    };
  }
}

async function vanishedSources(archive: Archive): Promise<ReadonlySet<string>> {
  const standing = new Set<string>();
  for await (const { source_id, event } of archive.tombstones()) {
    if (event === 'vanished') standing.add(source_id);
    else standing.delete(source_id);
  }
  return standing;
}

async function isCurrent({ source }: AnnualReport, archive: Archive): Promise<boolean> {
  if (source.url === null) return true;
  let newest: string | undefined;
  for await (const { sha256 } of archive.captures(source.url)) newest = sha256;
  return newest === undefined || (await archive.spokenFor(newest)) === source.sha256;
}

function isBlank({ statistics, extra_statistics, text }: AnnualReport): boolean {
  if (text.replaceAll(dates, '').length < shortText) return true;
  const facts = Object.values(statistics);
  const numbers = facts.some(({ value }) => value !== null) || extra_statistics.length > 0;
  return facts.length >= manyValues && !numbers;
}

function fingerprintOf({ statistics, text }: AnnualReport): string | null {
  const values = Object.entries(statistics)
    .filter(([, { value }]) => value !== null)
    .map(([key, { value }]) => `${key}=${value}`)
    .toSorted();
  const numbers = Object.values(statistics).filter(({ value }) => value !== null && value !== 0);
  if (values.length >= manyValues && numbers.length >= manyNumbers) return sha256Of(values.join());
  const plain = text.replaceAll(dates, '');
  return plain.length >= longText ? sha256Of(plain) : null;
}
