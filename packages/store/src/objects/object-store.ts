/** What is needed of object storage. `test/contract/object-store.ts` says how one must behave. */

export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

export interface ObjectStore extends AsyncDisposable {
  /** For messages: `/srv/archive` or `s3://bucket/prefix`; never holds credentials. */
  readonly name: string;
  /**
   * Writes a whole object: a reader sees the old bytes or the new, never half. When it returns,
   * the object survives a power loss as far as the disk or the server honours its promises.
   */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** The whole object, or undefined where there is none. */
  get(key: string): Promise<Uint8Array | undefined>;
  has(key: string): Promise<boolean>;
  /** Objects under a prefix, keys in byte order. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Removing what is not there is no error. */
  delete(key: string): Promise<void>;
}
