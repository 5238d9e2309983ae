/** ZIP archives of files (PKWARE APPNOTE); documents that are ZIP packages have parsers of their own. */
import { asUtf8 } from '../../names/name-bytes.ts';
import { localEntries } from '../../parse/package/local-entries.ts';
import type { Zip, ZipEntry } from '../../zip/zip.ts';
import type { Container, Entry, RawName } from '../container.ts';
import { ContainerError, type ContainerFault } from '../errors.ts';
import { entryLimit } from '../limits.ts';

/** Local header of a file, or the end of an empty archive (APPNOTE 4.3.7, 4.3.16). */
const marks = ['504b0304', '504b0506'].map((digits) => Buffer.from(digits, 'hex'));

/** Of packages that are one document or one program, not files put together. */
const partOfPackage =
  /^(?:\[Content_Types\]\.xml|_rels\/|mimetype|META-INF\/|AndroidManifest\.xml|OFD\.xml)/;

const typeMask = 0o170_000;
const types = { file: 0o100_000, folder: 0o040_000 };

/** Bytes of a local header without its name (APPNOTE 4.3.7). */
const headerSize = 30;

export const zipContainer: Container = {
  name: 'zip',
  label: 'ZIP',
  version: '1',
  mediaType: 'application/zip',
  recognises: (head) =>
    marks.some((mark) => mark.equals(head.subarray(0, mark.length))) &&
    !localEntries(head).some(({ name }) => partOfPackage.test(name)),
  entries,
};

async function* entries(bytes: Uint8Array): AsyncGenerator<Entry> {
  const { openZip } = await import('../../zip/zip.ts');
  const zip = await openZip(bytes, entryLimit).catch(async (error: unknown) => {
    throw await refusal(error);
  });
  refuseOverlaps(zip.entries);
  for (const entry of zip.entries) {
    yield { name: nameOf(entry), kind: kindOf(entry), content: () => contentOf(zip, entry) };
  }
}

async function* contentOf(zip: Zip, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  try {
    yield* zip.content(entry);
  } catch (error) {
    throw await refusal(error);
  }
}

const faults: Readonly<Record<string, ContainerFault>> = {
  checksum: 'checksum',
  encrypted: 'encrypted',
  many: 'too-many-files',
};

async function refusal(error: unknown): Promise<unknown> {
  const { ZipError } = await import('../../zip/zip-error.ts');
  if (!(error instanceof ZipError)) return error;
  const fault = faults[error.fault] ?? 'unreadable';
  return new ContainerError(fault, fault === 'unreadable' ? error.message : '');
}

/** A few bytes of compressed data, listed as thousands of files, are the densest bomb there is. */
function refuseOverlaps(listed: readonly ZipEntry[]): void {
  const sorted = listed.toSorted((one, other) => one.offset - other.offset);
  let end = 0;
  for (const { offset, packedSize, name } of sorted) {
    if (offset < end) throw new ContainerError('overlap');
    end = offset + headerSize + name.length + packedSize;
  }
}

function nameOf({ name, utf8, unicodeName }: ZipEntry): RawName {
  // Some tools declare UTF-8 and write GBK.
  return (utf8 ? asUtf8(name) : unicodeName) ?? name;
}

function kindOf({ name, mode }: ZipEntry): Entry['kind'] {
  const type = mode & typeMask;
  if (name.at(-1) === 0x2f || type === types.folder) return 'folder';
  return type === 0 || type === types.file ? 'file' : 'other';
}
