/**
 * Publishes a store and hangs at one of its records, so that it can be killed there. Arguments: the
 * store, where to, and how many records are read before.
 */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Archive, type ObjectStore, openStore } from '@xxgk/store';
import { publish } from '@xxgk/store/publish';

const [store = '', out = '', before = '0'] = process.argv.slice(2);

let left = Number(before);
const opened = await openStore(store);

const hanging: ObjectStore = {
  name: opened.name,
  put: (key, bytes, contentType) => opened.put(key, bytes, contentType),
  async get(key) {
    if (key.startsWith('records/')) left -= 1;
    if (left >= 0) return await opened.get(key);
    process.stderr.write('hanging\n');
    return await new Promise(() => {
      // Something must keep the process alive until it is killed.
      setInterval(() => undefined, 1000);
    });
  },
  has: (key) => opened.has(key),
  list: (prefix) => opened.list(prefix),
  delete: (key) => opened.delete(key),
  [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
};

await publish(new Archive(hanging), await openStore(out), {
  formats: ['ndjson', 'csv', 'xlsx', 'parquet'],
  labelOf: () => undefined,
  version: 'another',
  scratch: await mkdtemp(join(tmpdir(), 'publish-')),
});
