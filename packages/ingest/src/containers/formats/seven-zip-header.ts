/** The header of a 7z archive (`Header` of 7zFormat.txt): what files there are. */
import { ContainerError } from '../errors.ts';
import type { ListedFile } from './listed-file.ts';
import { SevenZipFields } from './seven-zip-fields.ts';
import { type SevenZipStream, streamsOf } from './seven-zip-streams.ts';

const id = {
  end: 0x00,
  header: 0x01,
  archiveProperties: 0x02,
  additionalStreams: 0x03,
  mainStreams: 0x04,
  files: 0x05,
  emptyStream: 0x0e,
  emptyFile: 0x0f,
  names: 0x11,
  attributes: 0x15,
} as const;

/** Upper half of the attributes: the mode that p7zip writes on Unix. */
const typeMask = 0o170_000;
const regular = 0o100_000;
const folderAttribute = 0x10;

/** @throws {ContainerError} */
export function sevenZipFiles(header: Buffer): readonly ListedFile[] {
  const fields = new SevenZipFields(header);
  if (fields.number() !== id.header) {
    throw new ContainerError('unreadable', 'its header does not begin as one');
  }
  let streams: readonly SevenZipStream[] = [];
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type === id.archiveProperties) passProperties(fields);
    else if (type === id.additionalStreams) streamsOf(fields);
    else if (type === id.mainStreams) streams = streamsOf(fields);
    else if (type === id.files) return filesOf(fields, streams);
    else throw new ContainerError('unreadable', `its header has an unknown part ${type}`);
  }
  return [];
}

function passProperties(fields: SevenZipFields): void {
  while (fields.number() !== id.end) fields.take(fields.number());
}

interface About {
  names: readonly string[];
  /** Which files have no content, and which of those are files and not folders. */
  empty: readonly boolean[];
  emptyFiles: readonly boolean[];
  attributes: readonly (number | null)[];
}

function filesOf(
  fields: SevenZipFields,
  streams: readonly SevenZipStream[],
): readonly ListedFile[] {
  const count = fields.count();
  const about: About = { names: [], empty: [], emptyFiles: [], attributes: [] };
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    const property = new SevenZipFields(fields.take(fields.number()));
    readProperty(type, property, count, about);
  }
  if (about.names.length !== count) throw new ContainerError('unreadable', 'it lacks names');
  const content = streams[Symbol.iterator]();
  const emptyFiles = about.emptyFiles[Symbol.iterator]();
  return about.names.map((name, at) => {
    const isEmpty = about.empty[at] === true;
    const isFile = !isEmpty || emptyFiles.next().value === true;
    const stream = isEmpty ? undefined : content.next().value;
    return {
      name,
      kind: isFile ? kindOf(about.attributes[at] ?? 0) : 'folder',
      size: stream?.size ?? 0,
      crc: stream?.crc ?? null,
      encrypted: stream?.encrypted ?? false,
    };
  });
}

function readProperty(type: number, property: SevenZipFields, count: number, about: About): void {
  if (type === id.emptyStream) about.empty = property.bits(count);
  else if (type === id.emptyFile) {
    about.emptyFiles = property.bits(about.empty.filter(Boolean).length);
  } else if (type === id.names) about.names = namesOf(property, count);
  else if (type === id.attributes) {
    const given = property.defined(count);
    property.byte();
    about.attributes = given.map((one) => (one ? property.take(4).readUInt32LE() : null));
  }
}

/** UTF-16, each ended by a NUL. */
function namesOf(property: SevenZipFields, count: number): readonly string[] {
  if (property.byte() !== 0) throw new ContainerError('unsupported', 'its names lie elsewhere');
  return Array.from({ length: count }, () => {
    const units: number[] = [];
    for (
      let unit = property.take(2).readUInt16LE();
      unit !== 0;
      unit = property.take(2).readUInt16LE()
    ) {
      units.push(unit);
    }
    return String.fromCharCode(...units);
  });
}

function kindOf(attributes: number): ListedFile['kind'] {
  if (attributes & folderAttribute) return 'folder';
  const type = (attributes >>> 16) & typeMask;
  return type === 0 || type === regular ? 'file' : 'other';
}
