/** What a container is. `test/contract/container.ts` says how one must behave. */

/** A name as text where the archive tells its charset, else its bytes. */
export type RawName = string | Buffer;

/** One entry, in the order of the archive. */
export interface Entry {
  /** Data and nothing else: no path is ever made of it. */
  readonly name: RawName;
  /** `other`: a link, a device; its target is not followed. */
  readonly kind: 'file' | 'folder' | 'other';
  /**
   * Unpacked bytes, piece by piece; once, and before the next entry is asked for.
   *
   * @throws {ContainerError} what is wrong with this entry alone.
   */
  content(): AsyncIterable<Uint8Array>;
}

/**
 * A format of files that hold files. One file each; registered in `index.ts`. It reads no document:
 * what it unpacks are documents of their own.
 *
 * All are loaded to recognise one file: what only `entries` needs is imported in there.
 */
export interface Container {
  /** E.g. `zip`: the stage is called `container.zip`. */
  readonly name: string;
  /** In messages, e.g. `ZIP`. */
  readonly label: string;
  /** Rises when other files, names or failures come out of some archive. */
  readonly version: string;
  readonly mediaType: string;
  /**
   * Decides by the bytes, after all parsers have: a Word file is a ZIP archive too.
   *
   * @param head The first 4096 bytes.
   */
  recognises(head: Uint8Array): boolean;
  /**
   * @param fileName Of the archive: a gzip file may not say what it holds.
   * @throws {ContainerError} what is wrong with the archive; entries given before are good.
   */
  entries(bytes: Uint8Array, fileName: string | null): AsyncIterable<Entry>;
}
