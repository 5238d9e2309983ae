/** `ingest` with one promise broken on purpose: the comparison after kills has to notice. */
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Archive, type ObjectStore, openStore, openWork } from '@xxgk/store';
import { ingestFiles } from '../../../packages/xxgk/src/ingest/ingest-files.ts';
import { Readers } from '../../../packages/xxgk/src/reader/readers.ts';

/** Milliseconds for which a broken promise stays open to a kill. */
const gap = 150;

/** Writes in place, and a reader may see the first half. */
function torn(store: ObjectStore, root: string): ObjectStore {
  return withPut(store, async (key, bytes) => {
    const path = join(root, key);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'w');
    await file.write(bytes.subarray(0, bytes.length / 2));
    await sleep(gap);
    await file.write(bytes.subarray(bytes.length / 2));
    await file.close();
  });
}

/** Says that it has written before it has. */
function early(store: ObjectStore): ObjectStore {
  const pending = new Map<string, Uint8Array>();
  const writes: Promise<void>[] = [];
  const put: ObjectStore['put'] = async (key, bytes, contentType) => {
    pending.set(key, bytes);
    writes.push(sleep(gap).then(() => store.put(key, bytes, contentType)));
  };
  return {
    ...withPut(store, put),
    get: async (key) => pending.get(key) ?? store.get(key),
    has: async (key) => pending.has(key) || store.has(key),
    // Complete, or the run would not find what it has just written, kills or not.
    list: async function* (prefix) {
      await Promise.all(writes);
      yield* store.list(prefix);
    },
  };
}

function withPut(store: ObjectStore, put: ObjectStore['put']): ObjectStore {
  return {
    name: store.name,
    put,
    get: (key) => store.get(key),
    has: (key) => store.has(key),
    list: (prefix) => store.list(prefix),
    delete: (key) => store.delete(key),
    [Symbol.asyncDispose]: () => store[Symbol.asyncDispose](),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { store: { type: 'string', default: '' }, unsafe: { type: 'string' } },
});
const [, folder = ''] = positionals;
const { store: root, unsafe } = values;
const store = await openStore(root);
using work = openWork(join(root, '.work'));
await using readers = new Readers();
await ingestFiles({
  paths: [folder],
  archive: new Archive(unsafe === 'torn' ? torn(store, root) : early(store)),
  ledger: work.ledger,
  reader: readers,
  concurrency: 3,
  signal: new AbortController().signal,
  begun: () => void process.stderr.write('files to ingest\n'),
  ended: () => undefined,
});
// What was acknowledged too early is given its time, for only kills may make a difference.
await sleep(3 * gap);
process.exitCode = 1;
