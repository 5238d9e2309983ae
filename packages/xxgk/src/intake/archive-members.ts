/** The files of an archive as inputs of their own: what they are called, and what is kept of them. */
import type { Document, Member } from '@xxgk/extract/document';
import { type Archive, type Capture, type FoundMember, memberId } from '@xxgk/store';
import PQueue from 'p-queue';
import { MissingRawError } from '../errors.ts';
import type { Unpacked } from '../reader/reader.ts';
import type { End } from './arrival.ts';
import { captureOf } from './captured-file.ts';

/** For the ledger. */
export function foundMembers(
  archiveId: string,
  members: readonly Member[] | undefined,
): readonly FoundMember[] {
  return (members ?? []).map(({ name, sha256, bytes, failure }) => ({
    sourceId: memberId(archiveId, name),
    sha256,
    size: bytes,
    ...(failure && { failure: { ...failure, stage: stageOf(failure) } }),
  }));
}

/** Of files that could not be unpacked: they have ended before they began. */
export const endsOf = (members: readonly FoundMember[]): readonly End[] =>
  members.flatMap(({ sourceId, failure }) =>
    failure ? [{ sourceId, failure: { ...failure, remedy: 'give-up' as const }, records: 0 }] : [],
  );

/** Keeps the bytes of files that have been unpacked. */
export const keepRaw = (archive: Archive, unpacked: Unpacked): Promise<void> =>
  forMembers(unpacked.members, async (sha256) => {
    await archive.putRaw(await unpacked.bytesOf(sha256));
  });

/**
 * Keeps captures of the files of an archive; does nothing for any other document.
 *
 * @param archiveId Name of the archive on the ledger.
 */
export async function keepCaptures(
  archive: Archive,
  archiveId: string,
  { source, members }: Document,
): Promise<void> {
  if (!members) return;
  const capture = await captureOf(archive, archiveId, source.sha256);
  if (!capture) throw new MissingRawError(archiveId);
  await forMembers(members, async (sha256, member) => {
    const about = captureOfMember(archiveId, capture, member);
    await archive.putCapture({ ...about, sha256, bytes: member.bytes });
  });
}

const captureOfMember = (
  archiveId: string,
  archive: Capture,
  { name }: Member,
): Omit<Capture, 'schema' | 'sha256' | 'bytes'> => ({
  source_id: memberId(archiveId, name),
  url: null,
  file_name: name,
  fetched_at: archive.fetched_at,
  status: null,
  headers: {},
  redirects: [],
  length: null,
  archive: {
    source_id: archive.source_id,
    sha256: archive.sha256,
    member: name,
    depth: (archive.archive?.depth ?? 0) + 1,
  },
});

/** Keeps why files could not be unpacked. @param version Of all stages, as on the ledger. */
export async function keepFailures(
  archive: Archive,
  members: readonly FoundMember[],
  version: string,
): Promise<void> {
  for (const { sourceId, sha256, failure } of members) {
    if (!failure) continue;
    const entry = { source_id: sourceId, sha256, ...failure, attempts: 1, version };
    await archive.putQuarantine(entry);
  }
}

/** Whether the store has the bytes of all files of a document that is an archive. */
export async function holdsMembers(archive: Archive, { members }: Document): Promise<boolean> {
  let whole = true;
  await forMembers(members ?? [], async (sha256) => {
    if (!(await archive.hasRaw(sha256))) whole = false;
  });
  return whole;
}

/** Files at once: enough for a store that is far away, and few enough for the memory. */
const together = 4;

/** Does something with each file that could be unpacked. @throws what `work` throws first. */
async function forMembers(
  members: readonly Member[],
  work: (sha256: string, member: Member) => Promise<void>,
): Promise<void> {
  const queue = new PQueue({ concurrency: together });
  const done = members.map((member) =>
    queue.add(async () => {
      if (member.sha256 !== null) await work(member.sha256, member);
    }),
  );
  await Promise.all(done);
}

/** First half of a code. */
export const stageOf = ({ code }: { readonly code: string }): string =>
  code.slice(0, code.indexOf('/'));
