/**
 * What the attachments of articles turned out to be: known at the end of a round, and written into the
 * records of the articles then.
 *
 * While it runs, that would depend on which of the two is read first. At its end the records are a
 * function of what the site has served, whatever was killed in between.
 */
import { isDeepStrictEqual } from 'node:util';
import type { DocumentRecord } from '@xxgk/extract/record';
import { canonical } from '@xxgk/ingest/sites';
import { type Archive, type Frontier, IntegrityError } from '@xxgk/store';

type Attachment = DocumentRecord['attachments'][number];

export class Attachments {
  /** Content of an article → addresses of the files that were asked for because of it. */
  readonly #addresses = new Map<string, Set<string>>();

  /** @param article Hash of its bytes. @param addresses Canonical. */
  note(article: string, addresses: readonly string[]): void {
    const known = this.#addresses.get(article) ?? new Set();
    this.#addresses.set(article, known.union(new Set(addresses)));
  }

  /**
   * Gives the records of all noted articles the hash and the media type of each file that was had.
   * Records that say so already are not written again.
   *
   * @param damaged Told of what in the store is not what was stored; the other articles go on.
   * @throws {StoreError} when the store fails.
   */
  async link(
    archive: Archive,
    frontier: Frontier,
    damaged: (error: IntegrityError) => void,
  ): Promise<void> {
    for (const [article, addresses] of this.#addresses) {
      const files = filesAt(addresses, frontier);
      try {
        if (files.size > 0) await linkArticle(article, files, archive);
      } catch (error) {
        if (!(error instanceof IntegrityError)) throw error;
        damaged(error);
      }
    }
  }
}

/**
 * Gives the records of one article what is known of its attachments.
 *
 * @param article Hash of its bytes. @param files Canonical address → hash of what was there.
 * @throws {IntegrityError} when what is in the store is not what was stored.
 */
export async function linkArticle(
  article: string,
  files: ReadonlyMap<string, string>,
  archive: Archive,
): Promise<void> {
  const records = await archive.recordsOf(article);
  const linked = await Promise.all(records.map((record) => linkedTo(record, files, archive)));
  if (!isDeepStrictEqual(linked, records)) await archive.putRecords(article, linked);
}

/** Address → hash of what was there when it was last had. */
function filesAt(addresses: Iterable<string>, frontier: Frontier): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const address of addresses) {
    const sha256 = frontier.url(address)?.sha256;
    if (sha256) files.set(address, sha256);
  }
  return files;
}

async function linkedTo(
  record: DocumentRecord,
  files: ReadonlyMap<string, string>,
  archive: Archive,
): Promise<DocumentRecord> {
  const linked = record.attachments.map(async (attachment): Promise<Attachment> => {
    const { url, sha256 } = attachment;
    const found =
      url !== null && URL.canParse(url) ? files.get(canonical(new URL(url))) : undefined;
    if (found === undefined || found === sha256) return attachment;
    // What its bytes are, once they were read, stands above what its name promises.
    const [read] = await archive.recordsOf(found);
    const media_type = read?.source.media_type ?? attachment.media_type;
    return { ...attachment, media_type, sha256: found };
  });
  return { ...record, attachments: await Promise.all(linked) };
}
