/**
 * Unpacking by libarchive (BSD licence), which runs as WebAssembly: no format that it knows can touch
 * more than its own memory. Used for RAR and 7z, whose compression nobody should write twice.
 *
 * This build compares no checksum and gives names outside of ASCII as `*`: both are read from the
 * headers of the formats by their own files here, and the content is compared with them.
 */
import type { LibarchiveWasm } from 'libarchive-wasm';
import { ContainerError, type ContainerFault } from '../errors.ts';

/** Bytes that are unpacked at a time. */
const pieceSize = 1 << 18;

/** One entry, in the order of the archive. */
export interface UnpackedEntry {
  /** Declared. */
  readonly size: number;
  readonly encrypted: boolean;
  readonly folder: boolean;
  /** @throws {ContainerError} */
  content(): Generator<Uint8Array>;
}

/** @throws {ContainerError} */
export async function* libarchiveEntries(bytes: Uint8Array): AsyncGenerator<UnpackedEntry> {
  const { libarchiveWasm } = await import('libarchive-wasm');
  const library = await libarchiveWasm();
  const { module } = library;
  const data = copied(library, bytes);
  const buffer = module._malloc(pieceSize);
  const archive = opened(library, data, bytes.length + padding);
  for (;;) {
    const entry = library.read_next_entry(archive);
    if (entry === 0) break;
    yield {
      size: library.entry_size(entry),
      encrypted: library.entry_is_encrypted(entry) !== 0,
      folder: library.entry_filetype(entry) === folderType,
      content: () => contentOf(library, archive, buffer),
    };
  }
  // Its memory goes with the instance.
  const complaint = library.error_string(archive);
  if (complaint) throw refusal(complaint);
}

const folderType = 0o040_000;

/**
 * Zeros behind the archive. The library looks for the end of a ZIP archive in the last 16 KB and
 * would take a RAR archive whose last file is a stored Word file for that file.
 */
const padding = 1 << 15;

function copied({ module }: LibarchiveWasm, bytes: Uint8Array): number {
  const start = module._malloc(bytes.length + padding);
  if (start === 0) throw new ContainerError('too-large');
  module.HEAP8.set(bytes, start);
  module.HEAP8.fill(0, start + bytes.length, start + bytes.length + padding);
  return start;
}

function opened(library: LibarchiveWasm, data: number, length: number): number {
  try {
    return library.read_new_memory(data, length);
  } catch {
    throw new ContainerError('unreadable', 'it is not what its first bytes say');
  }
}

function* contentOf(
  library: LibarchiveWasm,
  archive: number,
  buffer: number,
): Generator<Uint8Array> {
  for (;;) {
    const count = readInto(library, archive, buffer);
    if (count === 0) return;
    // The memory is another one whenever it has grown.
    const piece = library.module.HEAP8.slice(buffer, buffer + count);
    yield new Uint8Array(piece.buffer);
  }
}

function readInto(library: LibarchiveWasm, archive: number, buffer: number): number {
  try {
    return library.read_data(archive, buffer, pieceSize);
  } catch (error) {
    throw refusal(error instanceof Error ? error.message : String(error));
  }
}

/** The library says in words what is wrong. */
const meanings: readonly (readonly [RegExp, ContainerFault])[] = [
  [/encrypt|passphrase|password/i, 'encrypted'],
  [/unavailable|unsupported|not (?:currently )?supported|no support/i, 'unsupported'],
  [/crc|checksum/i, 'checksum'],
];

function refusal(complaint: string): ContainerError {
  const fault = meanings.find(([said]) => said.test(complaint))?.[1] ?? 'unreadable';
  return new ContainerError(fault, lowered(complaint));
}

const fullStop = /\.$/;

/** As part of a sentence. */
const lowered = (complaint: string): string =>
  `${complaint.charAt(0).toLowerCase()}${complaint.slice(1)}`.replace(fullStop, '');
