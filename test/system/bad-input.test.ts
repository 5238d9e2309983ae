/** Whatever is wrong with an input, the user is told by a code and a sentence, and exit status 1. */

import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBroken } from './support/broken-files.ts';
import { run } from './support/program.ts';

let base = '';
let server: Server;
let origin = '';

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
  await writeBroken(base);
  server = createServer((_, response) => response.writeHead(404).end('gone'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  await rm(base, { recursive: true, force: true });
});

const files: [name: string, code: string][] = [
  ['empty.pdf', 'decode/empty'],
  ['unknown.bin', 'decode/unknown-format'],
  ['encrypted.pdf', 'parse/encrypted'],
  ['truncated.docx', 'parse/unreadable'],
  ['no-pages.pdf', 'parse/no-pages'],
  ['truncated.pdf', 'parse/unreadable'],
  ['missing.pdf', 'input/not-found'],
  ['', 'input/folder'],
];

interface Told {
  readonly subject: string;
  readonly code: string;
  readonly message: string;
}

const sentence = /^.{20,}[.]$/su;

describe('xxgk extract', () => {
  test.each(files)('%s: %s', async (name, code) => {
    const path = join(base, name);
    const { status, out, said } = await run(['extract', path, '--json']);
    expect({ status, out }).toEqual({ status: 1, out: '' });
    const told = JSON.parse(said) as Told;
    expect(told).toMatchObject({ subject: path, code });
    expect(told.message).toMatch(sentence);
  });

  test('a page that says that there is no page: a record of kind other at most, and why', async () => {
    const { status, out, said } = await run(['extract', join(base, 'not-found.html'), '--json']);
    expect(status).toBe(1);
    const kinds = out
      .trim()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line).kind);
    expect(kinds.filter((kind) => kind !== 'other')).toEqual([]);
    expect((JSON.parse(said) as Told).message).toMatch(sentence);
  });

  test('an address that answers 404', async () => {
    const args = ['extract', `${origin}/a.html`, '--allow-address', '127.0.0.0/8', '--json'];
    const { status, said } = await run(args);
    expect(status).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ code: 'fetch/not-found' });
  });

  test('an address where nobody answers', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const url = `http://127.0.0.1:${port}/`;
    const { status, said } = await run([
      'extract',
      url,
      '--allow-address',
      '127.0.0.0/8',
      '--json',
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ code: 'fetch/unreachable' });
  });

  test('a private address that was not allowed is not asked', async () => {
    const { status, said } = await run(['extract', `${origin}/a.html`, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(said)).toMatchObject({ code: 'fetch/refused-address' });
  });

  test('a bad file does not stop the good one beside it', async () => {
    const good = join(import.meta.dirname, '../../samples/questions-2023.html');
    const { status, out } = await run(['extract', join(base, 'empty.pdf'), good]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ kind: 'interpretation' });
  });

  test.each([
    ['no file', ['extract']],
    ['an unknown option', ['extract', 'a.html', '--colour']],
    ['two forms of output', ['extract', 'a.html', '--text', '--document']],
    ['one address for two files', ['extract', 'a.html', 'b.html', '--url', 'http://a.example/']],
    ['an unknown command', ['exctract']],
    ['no number', ['ingest', '.', '--concurrency', 'many']],
  ])('wrong usage (%s) ends with status 2 and says so', async (_, args) => {
    const { status, out, said } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(said).not.toBe('');
  });
});

test('xxgk ingest goes on past bad files, and names each with its code', async () => {
  const store = join(base, 'store');
  const folder = join(base, 'broken');
  await writeBroken(folder);
  const { status, out } = await run(['ingest', folder, '--store', store, '--json']);
  expect(status).toBe(1);
  const { failures, stored } = JSON.parse(out);
  expect(stored).toBe(1);
  expect(
    Object.fromEntries(failures.map((f: { code: string; files: number }) => [f.code, f.files])),
  ).toEqual({
    'decode/empty': 1,
    'decode/unknown-format': 1,
    'parse/encrypted': 1,
    'parse/no-pages': 1,
    'parse/unreadable': 2,
  });
});
