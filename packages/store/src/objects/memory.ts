/** An object store that lasts as long as the process: for tests and for looking without writing. */

import { byBytes, checkKey, checkPrefix } from './object-key.ts';
import type { ObjectStore, StoredObject } from './object-store.ts';

export function openMemory(): ObjectStore {
  const objects = new Map<string, Uint8Array>();

  return {
    name: 'memory',
    async put(key, bytes) {
      checkKey(key);
      // Copies, in and out: whoever wrote or read may go on with their buffer.
      objects.set(key, Uint8Array.from(bytes));
    },
    async get(key) {
      checkKey(key);
      const bytes = objects.get(key);
      return bytes && Uint8Array.from(bytes);
    },
    async has(key) {
      checkKey(key);
      return objects.has(key);
    },
    async *list(prefix): AsyncIterable<StoredObject> {
      checkPrefix(prefix);
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(byBytes);
      for (const key of keys) {
        const bytes = objects.get(key);
        if (bytes) yield { key, size: bytes.byteLength };
      }
    },
    async delete(key) {
      checkKey(key);
      objects.delete(key);
    },
    async [Symbol.asyncDispose]() {
      objects.clear();
    },
  };
}
