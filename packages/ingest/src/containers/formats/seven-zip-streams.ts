/** The streams of a 7z archive (`StreamsInfo` of 7zFormat.txt): sizes and checksums of what is in it. */
import { ContainerError } from '../errors.ts';
import type { SevenZipFields } from './seven-zip-fields.ts';

/** What comes out of a folder; one file each, but for empty files. */
export interface SevenZipStream {
  readonly size: number;
  readonly crc: number | null;
  readonly encrypted: boolean;
}

interface Folder {
  readonly outputs: number;
  /** Output that no other coder of the folder takes. */
  readonly main: number;
  readonly encrypted: boolean;
}

const id = {
  end: 0x00,
  packInfo: 0x06,
  unpackInfo: 0x07,
  subStreams: 0x08,
  sizes: 0x09,
  digests: 0x0a,
  folders: 0x0b,
  unpackSizes: 0x0c,
  streamCounts: 0x0d,
} as const;

const aes = '06f10701';

/** @throws {ContainerError} */
export function streamsOf(fields: SevenZipFields): readonly SevenZipStream[] {
  let whole: readonly SevenZipStream[] = [];
  let streams: readonly SevenZipStream[] | undefined;
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type === id.packInfo) passPackInfo(fields);
    else if (type === id.unpackInfo) whole = unpackInfo(fields);
    else if (type === id.subStreams) streams = subStreams(fields, whole);
    else throw unknown(type);
  }
  return streams ?? whole;
}

const unknown = (type: number): ContainerError =>
  new ContainerError('unreadable', `its header has an unknown part ${type}`);

function passPackInfo(fields: SevenZipFields): void {
  fields.number();
  const count = fields.count();
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type === id.sizes) for (let at = 0; at < count; at += 1) fields.number();
    else if (type === id.digests) fields.digests(count);
    else throw unknown(type);
  }
}

/** One stream for each folder, as if nothing divided it. */
function unpackInfo(fields: SevenZipFields): readonly SevenZipStream[] {
  expect(fields, id.folders);
  const count = fields.count();
  if (fields.byte() !== 0) throw new ContainerError('unsupported', 'its header lies elsewhere');
  const folders = Array.from({ length: count }, () => folderOf(fields));
  expect(fields, id.unpackSizes);
  const sizes = folders.map(({ outputs, main }) => {
    const all = Array.from({ length: outputs }, () => fields.number());
    return all[main] ?? 0;
  });
  let sums: readonly (number | null)[] = [];
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type !== id.digests) throw unknown(type);
    sums = fields.digests(count);
  }
  return folders.map(({ encrypted }, at) => ({
    size: sizes[at] ?? 0,
    crc: sums[at] ?? null,
    encrypted,
  }));
}

function expect(fields: SevenZipFields, wanted: number): void {
  const type = fields.number();
  if (type !== wanted) throw unknown(type);
}

function folderOf(fields: SevenZipFields): Folder {
  let [inputs, outputs, encrypted] = [0, 0, false];
  for (let left = fields.count(); left > 0; left -= 1) {
    const flags = fields.byte();
    const method = fields.take(flags & 0x0f).toString('hex');
    encrypted ||= method === aes;
    const isComplex = (flags & 0x10) !== 0;
    inputs += isComplex ? fields.count() : 1;
    outputs += isComplex ? fields.count() : 1;
    if (flags & 0x20) fields.take(fields.number());
  }
  const bound = new Set<number>();
  for (let left = outputs - 1; left > 0; left -= 1) {
    fields.number();
    bound.add(fields.number());
  }
  const packed = inputs - Math.max(outputs - 1, 0);
  if (packed > 1) for (let at = 0; at < packed; at += 1) fields.number();
  const main = Array.from({ length: outputs }, (_, at) => at).find((at) => !bound.has(at));
  return { outputs, main: main ?? 0, encrypted };
}

/** Divides what comes out of the folders. */
function subStreams(
  fields: SevenZipFields,
  folders: readonly SevenZipStream[],
): readonly SevenZipStream[] {
  let type = fields.number();
  let counts = folders.map(() => 1);
  if (type === id.streamCounts) {
    counts = folders.map(() => fields.count());
    type = fields.number();
  }
  const listsSizes = type === id.sizes;
  const sizes = folders.map(({ size }, at) =>
    dividedSizes(fields, size, counts[at] ?? 0, listsSizes),
  );
  if (listsSizes) type = fields.number();
  let digests: Iterator<number | null> = [][Symbol.iterator]();
  for (; type !== id.end; type = fields.number()) {
    if (type !== id.digests) throw unknown(type);
    const open = folders.map(({ crc }, at) =>
      counts[at] === 1 && crc !== null ? 0 : (counts[at] ?? 0),
    );
    digests = fields.digests(open.reduce((sum, count) => sum + count, 0))[Symbol.iterator]();
  }
  return folders.flatMap(({ crc, encrypted }, at) =>
    (sizes[at] ?? []).map((size) => ({
      size,
      crc: counts[at] === 1 && crc !== null ? crc : (digests.next().value ?? null),
      encrypted,
    })),
  );
}

/** All sizes but the last are listed. */
function dividedSizes(
  fields: SevenZipFields,
  whole: number,
  count: number,
  listed: boolean,
): readonly number[] {
  if (count === 0) return [];
  const sizes = listed ? Array.from({ length: count - 1 }, () => fields.number()) : [];
  return [...sizes, whole - sizes.reduce((sum, size) => sum + size, 0)];
}
