/** How every object store must behave. */
import { createHash, randomBytes } from 'node:crypto';
import type { ObjectStore } from '@xxgk/store';
import { describe, expect, test } from 'vitest';

export interface StoreSubject {
  /** An empty store of its own for each call. */
  readonly open: () => Promise<ObjectStore>;
  /** Why it cannot be tried here; the suite is then reported as skipped. */
  readonly skip?: string | undefined;
}

const text = 'text/plain';
const bytesOf = (value: string): Uint8Array => new TextEncoder().encode(value);
const hashOf = (bytes: Uint8Array | undefined): string =>
  createHash('sha256')
    .update(bytes ?? '')
    .digest('hex');

async function keysOf(store: ObjectStore, prefix: string): Promise<readonly string[]> {
  return (await Array.fromAsync(store.list(prefix))).map(({ key }) => key);
}

/** Keys that no backend may take, each with what it would do somewhere. */
const badKeys: readonly (readonly [why: string, key: string])[] = [
  ['empty', ''],
  ['leaves the folder', '../outside'],
  ['leaves the folder in the middle', 'a/../../outside'],
  ['names a folder itself', 'a/.'],
  ['absolute', '/etc/passwd'],
  ['ends like a folder', 'a/'],
  ['an empty part', 'a//b'],
  ['a NUL', 'a\0b'],
  ['a line break', 'a\nb'],
  ['a backslash', 'a\\..\\b'],
  ['half a character', 'a\ud800b'],
  ['the folder of unfinished files', '.tmp/x'],
  ['the folder of the ledger', '.work/work.sqlite'],
  ['a name too long for file systems', '文'.repeat(86)],
  ['too long for S3', 'abcd/'.repeat(161).slice(0, -1)],
];

const goodKeys = [
  'a',
  'raw/ab/abcd',
  '政府信息公开/2014年/年度报告.json',
  '𠮷野/𬭎.txt',
  'with blank/and+plus&amp;=%20?#.txt',
  'dots/..a/b..c/.hidden',
  '文'.repeat(85),
];

export function behavesAsObjectStore(name: string, { open, skip }: StoreSubject): void {
  const title = `${name} behaves as an object store`;
  describe.skipIf(skip !== undefined)(skip ? `${title} (skipped: ${skip})` : title, () => {
    const must = (what: string, run: (store: ObjectStore) => Promise<void>): void => {
      test(what, async () => {
        await using store = await open();
        await run(store);
      });
    };

    must('has nothing where nothing was put', async (store) => {
      expect(await store.get('raw/none')).toBeUndefined();
      expect(await store.has('raw/none')).toBe(false);
      expect(await keysOf(store, '')).toEqual([]);
      await store.delete('raw/none');
    });

    must('gives back what was put, byte for byte', async (store) => {
      const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      await store.put('raw/every-byte', every, 'application/octet-stream');
      expect(Buffer.from((await store.get('raw/every-byte')) ?? [])).toEqual(Buffer.from(every));
      expect(await store.has('raw/every-byte')).toBe(true);
    });

    must('keeps no hold on the buffer it was given', async (store) => {
      const bytes = bytesOf('before');
      await store.put('a', bytes, text);
      bytes.fill(0);
      expect(Buffer.from((await store.get('a')) ?? []).toString()).toBe('before');
    });

    must('writes a part of a larger buffer only', async (store) => {
      await store.put('a', bytesOf('0123456789').subarray(3, 6), text);
      expect(Buffer.from((await store.get('a')) ?? []).toString()).toBe('345');
    });

    must('overwrites with longer and with shorter', async (store) => {
      for (const value of ['middle', 'the longest of them', 's']) {
        await store.put('a/b', bytesOf(value), text);
        expect(Buffer.from((await store.get('a/b')) ?? []).toString()).toBe(value);
      }
      expect(await Array.fromAsync(store.list(''))).toEqual([{ key: 'a/b', size: 1 }]);
    });

    must('tells an empty object from none', async (store) => {
      await store.put('empty', new Uint8Array(), text);
      expect(await store.has('empty')).toBe(true);
      expect((await store.get('empty'))?.byteLength).toBe(0);
      expect(await Array.fromAsync(store.list('empty'))).toEqual([{ key: 'empty', size: 0 }]);
    });

    must('holds an object of 12 MB', async (store) => {
      const bytes = randomBytes(12 * 1024 * 1024 + 7);
      await store.put('raw/large', bytes, 'application/pdf');
      expect(hashOf(await store.get('raw/large'))).toBe(hashOf(bytes));
    });

    must('deletes', async (store) => {
      await store.put('a/b', bytesOf('x'), text);
      await store.put('a/c', bytesOf('y'), text);
      await store.delete('a/b');
      expect(await store.get('a/b')).toBeUndefined();
      expect(await store.has('a/b')).toBe(false);
      expect(await keysOf(store, '')).toEqual(['a/c']);
      await store.put('a/b', bytesOf('again'), text);
      expect(await keysOf(store, '')).toEqual(['a/b', 'a/c']);
    });

    must('takes keys of any script', async (store) => {
      for (const key of goodKeys) await store.put(key, bytesOf(key), text);
      for (const key of goodKeys) {
        expect(Buffer.from((await store.get(key)) ?? []).toString()).toBe(key);
      }
      expect([...(await keysOf(store, ''))].sort()).toEqual([...goodKeys].sort());
    });

    must('refuses keys that leave the store or fit nowhere', async (store) => {
      for (const [why, key] of badKeys) {
        const refused = { code: 'store/bad-key' };
        await expect(store.put(key, bytesOf('x'), text), why).rejects.toMatchObject(refused);
        await expect(store.get(key), why).rejects.toMatchObject(refused);
        await expect(store.has(key), why).rejects.toMatchObject(refused);
        await expect(store.delete(key), why).rejects.toMatchObject(refused);
      }
      for (const prefix of ['/', '../', 'a/../b', 'a//b', 'a\0']) {
        await expect(keysOf(store, prefix), prefix).rejects.toMatchObject({
          code: 'store/bad-key',
        });
      }
      expect(await keysOf(store, '')).toEqual([]);
    });

    must('lists in the byte order of whole keys', async (store) => {
      // U+FF5E comes before U+20BB7 by bytes, and after it by UTF-16.
      const keys = ['a!', 'a/b', 'a/b!', 'a/c/d', 'a0', 'ab', 'b', '中/一', '中文', '～', '𠮷'];
      for (const key of [...keys].reverse()) await store.put(key, bytesOf(key), text);
      expect(await keysOf(store, '')).toEqual(keys);
    });

    must('lists by any beginning of a key', async (store) => {
      for (const key of ['ab/c', 'ab/cd', 'ab/ce/f', 'abc', 'b']) {
        await store.put(key, bytesOf('x'), text);
      }
      expect(await keysOf(store, 'ab/')).toEqual(['ab/c', 'ab/cd', 'ab/ce/f']);
      expect(await keysOf(store, 'ab/c')).toEqual(['ab/c', 'ab/cd', 'ab/ce/f']);
      expect(await keysOf(store, 'ab/ce')).toEqual(['ab/ce/f']);
      expect(await keysOf(store, 'ab')).toEqual(['ab/c', 'ab/cd', 'ab/ce/f', 'abc']);
      expect(await keysOf(store, 'nothing/here')).toEqual([]);
    });

    must('lists more than a page of 1000 keys, each once', async (store) => {
      const keys = Array.from({ length: 1_203 }, (_, n) => `many/${String(n).padStart(5, '0')}`);
      for (let from = 0; from < keys.length; from += 50) {
        const some = keys.slice(from, from + 50);
        await Promise.all(some.map((key) => store.put(key, bytesOf(key), text)));
      }
      expect(await keysOf(store, 'many/')).toEqual(keys);
    });

    must('shows whole objects only while several write one key', async (store) => {
      const versions = Array.from({ length: 8 }, (_, n) => Buffer.alloc(300_000 + n, n));
      const whole = new Set(versions.map(hashOf));
      await store.put('raced', versions[0] ?? Buffer.alloc(0), text);
      let writing = true;
      const seen = new Set<string>();
      const read = async (): Promise<void> => {
        while (writing) seen.add(hashOf(await store.get('raced')));
      };
      const reader = read();
      for (let round = 0; round < 3; round += 1) {
        await Promise.all(versions.map((bytes) => store.put('raced', bytes, text)));
      }
      writing = false;
      await reader;
      expect([...seen].filter((hash) => !whole.has(hash))).toEqual([]);
      expect(whole).toContain(hashOf(await store.get('raced')));
      expect(await keysOf(store, '')).toEqual(['raced']);
    });
  });
}
