/** Reads the files of an archive, and those of archives in it, in their order. */
import type { Member } from '@xxgk/extract/document';
import type { SourceFile } from '@xxgk/ingest';
import { memberId } from '@xxgk/store/member-id';
import { inOrder } from '../in-order.ts';
import { ToldError } from '../worker/failure.ts';
import type { Read, Unpacked } from './reader.ts';
import type { Readers } from './readers.ts';

/** A file that has been read. */
export interface ReadFile {
  readonly file: SourceFile;
  readonly read: Read;
}

export interface MemberResult {
  /** What the file is called: `a.zip!/b.pdf`. */
  readonly subject: string;
  readonly read?: Read;
  /** Present when it could not be unpacked or read. */
  readonly error?: unknown;
}

/** @param subject What the archive is called. */
export async function* readMembers(
  subject: string,
  { file: archive, read: { unpacked: opened } }: ReadFile,
  readers: Readers,
): AsyncGenerator<MemberResult> {
  await using unpacked = opened;
  if (!unpacked) return;
  const work = async (member: Member): Promise<ReadFile> => {
    const file = await memberFile(archive, member, unpacked);
    return { file, read: await readers.read(file) };
  };
  for await (const { item, value, error } of inOrder(unpacked.members, work, readers.size)) {
    const name = memberId(subject, item.name);
    if (!value) yield { subject: name, error };
    else {
      yield { subject: name, read: value.read };
      yield* readMembers(name, value, readers);
    }
  }
}

async function memberFile(
  archive: SourceFile,
  { name, sha256, failure }: Member,
  unpacked: Unpacked,
): Promise<SourceFile> {
  if (failure || sha256 === null) {
    const { code = 'container/unreadable', message = 'It could not be unpacked.' } = failure ?? {};
    throw new ToldError({ code, message, remedy: 'give-up' });
  }
  return {
    bytes: await unpacked.bytesOf(sha256),
    sha256,
    url: null,
    fileName: name,
    declaredType: null,
    declaredCharset: null,
    fetchedAt: archive.fetchedAt,
    container: {
      sha256: archive.sha256,
      member: name,
      depth: (archive.container?.depth ?? 0) + 1,
    },
  };
}
