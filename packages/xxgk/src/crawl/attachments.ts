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
import { type Archive, type Attached, type Frontier, IntegrityError } from '@xxgk/store';

type Attachment = DocumentRecord['attachments'][number];

export interface LinkParts {
  readonly archive: Archive;
  readonly frontier: Frontier;
  readonly attached: Attached;
  /** Told of what in the store is not what was stored; the other articles go on. */
  readonly damaged: (error: IntegrityError) => void;
}

/** Articles that are held in memory at once. */
const batch = 500;

/**
 * Gives the records of all articles whose attachments were visited in the round the hash and the media
 * type of each file that was had. Records that say so already are not written again.
 *
 * @throws {StoreError} when the store fails.
 */
export async function linkArticles(site: string, parts: LinkParts): Promise<void> {
  const { attached, damaged } = parts;
  let articles = attached.articles(site, '', batch);
  while (articles.length > 0) {
    for (const article of articles) {
      try {
        const files = filesAt(attached.addresses(site, article), parts.frontier);
        if (files.size > 0) await linkArticle(article, files, parts.archive);
      } catch (error) {
        if (!(error instanceof IntegrityError)) throw error;
        damaged(error);
      }
    }
    articles = attached.articles(site, articles.at(-1) ?? '', batch);
  }
  attached.forget(site);
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
  const spoken = await archive.spokenFor(article);
  const records = await archive.recordsOf(spoken);
  const linked = await Promise.all(records.map((record) => linkedTo(record, files, archive)));
  if (!isDeepStrictEqual(linked, records)) await archive.putRecords(spoken, linked);
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
