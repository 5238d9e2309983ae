/**
 * What the attachments of recorded articles turned out to be, written into the records of the articles
 * at the end of a run, as a crawl does at the end of a round.
 */
import type { DocumentRecord } from '@xxgk/extract/record';
import { canonical } from '@xxgk/ingest/sites';
import { type Archive, IntegrityError, type Ledger } from '@xxgk/store';
import { linkArticle } from '../../crawl/attachments.ts';
import { isVersionId } from '../../intake/version-id.ts';

/** @throws {StoreError} when the store fails; an article that is damaged in it is passed over. */
export async function linkRecorded(archive: Archive, ledger: Ledger, run: number): Promise<void> {
  for (const { sourceId, sha256 } of ledger.inputs(run)) {
    if (!isVersionId(sourceId)) continue;
    try {
      const files = await filesOf(await archive.recordsOf(sha256), archive);
      if (files.size > 0) await linkArticle(sha256, files, archive);
    } catch (error) {
      // `xxgk status` and the next reading tell of it.
      if (!(error instanceof IntegrityError)) throw error;
    }
  }
}

/** Canonical address of each attachment that was recorded too → hash of its bytes. */
async function filesOf(
  records: readonly DocumentRecord[],
  archive: Archive,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const { attachments, source } of records) {
    for (const { url } of attachments) {
      if (url === null || !URL.canParse(url)) continue;
      const address = canonical(new URL(url));
      const sha256 = await recordedAt(address, source.fetched_at, archive);
      if (sha256 !== undefined) files.set(address, sha256);
    }
  }
  return files;
}

/** What stood there when the article was recorded: the next capture after it, else the last before. */
async function recordedAt(
  address: string,
  time: string | null,
  archive: Archive,
): Promise<string | undefined> {
  const captures = await Array.fromAsync(archive.captures(address));
  const sorted = captures.toSorted((one, other) =>
    (one.fetched_at ?? '') < (other.fetched_at ?? '') ? -1 : 1,
  );
  const after = sorted.find(({ fetched_at: at }) => (at ?? '') >= (time ?? ''));
  return (after ?? sorted.at(-1))?.sha256;
}
