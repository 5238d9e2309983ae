/** Documents that kill, hang or bloat their reader: given up after three attempts, alone. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Archive, openStore } from '@xxgk/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ingestCommand } from '../../packages/xxgk/src/commands/ingest.ts';
import { exit } from '../../packages/xxgk/src/terminal.ts';
import { notice } from './support/notices.ts';
import { silentTerminal } from './support/silent-terminal.ts';

const entry = fileURLToPath(new URL('support/poisoned-reader.ts', import.meta.url));

/** Long enough for a good document on a busy machine. */
const limits = {
  deadline: 15_000,
  silence: 10_000,
  memory: 600_000_000,
  jobs: 500,
  residue: 400_000_000,
};

const poisoned = {
  exit: 'reader/died',
  abort: 'reader/died',
  kill: 'reader/died',
  spin: 'reader/deadline',
  hang: 'reader/deadline',
  buffers: 'reader/memory',
  rejection: 'reader/unhandled',
  uncaught: 'reader/uncaught',
} as const;

const good = 20;

let base = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
});

afterAll(() => rm(base, { recursive: true, force: true }));

test('poison is quarantined after exactly three attempts, and the rest is stored', async () => {
  const folder = join(base, 'mixed');
  await writeMixed(folder);
  const store = join(base, 'store');
  const terminal = silentTerminal();

  const status = await ingestCommand([folder], { store, concurrency: 4, json: true }, terminal, {
    reader: { entry, limits },
  });

  expect(status).toBe(exit.failed);
  const bad = Object.keys(poisoned).length;
  expect(JSON.parse(terminal.printed.join(''))).toMatchObject({
    files: good + bad,
    stored: good,
    failed: bad,
    left: 0,
  });
  await using opened = await openStore(store);
  const entries = await Array.fromAsync(new Archive(opened).quarantined());
  const found = entries.map(({ source_id, code, attempts }) => [source_id, code, attempts]);
  expect(found.toSorted()).toEqual(
    Object.entries(poisoned)
      .map(([by, code]) => [`mixed/${by}.html`, code, 3])
      .toSorted(),
  );
});

async function writeMixed(folder: string): Promise<void> {
  await mkdir(folder);
  for (let index = 0; index < good; index += 1) {
    await writeFile(join(folder, `good-${index}.html`), notice(index));
  }
  for (const by of Object.keys(poisoned)) {
    await writeFile(join(folder, `${by}.html`), notice(good).replace('<h1>', `<h1>poison:${by} `));
  }
}
