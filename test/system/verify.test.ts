/** Bit rot in a store: it is named, set aside, and the next run makes the store whole again. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestCommand } from '../../packages/xxgk/src/commands/ingest.ts';
import { type VerifyOptions, verifyCommand } from '../../packages/xxgk/src/commands/verify.ts';
import { notice } from './support/notices.ts';
import { silentTerminal } from './support/silent-terminal.ts';
import { treeOf } from './support/tree.ts';

let base = '';
let store = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
  store = join(base, 'store');
  await mkdir(join(base, 'inbox'));
  for (const at of [1, 2]) await writeFile(join(base, 'inbox', `${at}.html`), notice(at));
});

afterAll(() => rm(base, { recursive: true, force: true }));

const ingest = () => ingestCommand([join(base, 'inbox')], { store }, silentTerminal());

async function verify(options: Partial<VerifyOptions> = {}) {
  const terminal = silentTerminal();
  const status = await verifyCommand({ store, json: true, ...options }, terminal);
  const lines = terminal.printed.join('').trim().split('\n');
  return { status, lines: lines.map((line): unknown => JSON.parse(line)) };
}

async function flip(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 4;
  await writeFile(path, bytes);
}

test.each(['raw', 'captures', 'documents', 'records', 'latest'])(
  'a flipped bit under %s/ is named, and mended by the next run',
  async (kind) => {
    await ingest();
    const whole = (await treeOf(store)).filter((line) => !line.startsWith('damaged/'));
    expect((await verify()).status).toBe(0);
    const [key = ''] = whole.find((line) => line.startsWith(`${kind}/`))?.split(' ') ?? [];
    await flip(join(store, key));
    const found = await verify({ setAside: true });
    expect(found.status).toBe(1);
    expect(found.lines).toContainEqual(expect.objectContaining({ key, problem: 'damaged' }));
    await ingest();
    expect((await verify()).status).toBe(0);
    const mended = (await treeOf(store)).filter((line) => !line.startsWith('damaged/'));
    expect(mended).toEqual(whole);
  },
);

test('a store that does not exist is a mistake of the user', async () => {
  await expect(verify({ store: join(base, 'nowhere') })).rejects.toThrow(/no store/);
});
