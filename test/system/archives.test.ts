/** Archives as inputs: their files are documents of their own, whatever packs them. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { DocumentRecord } from '@xxgk/extract';
import { Archive, openStore } from '@xxgk/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestCommand } from '../../packages/xxgk/src/commands/ingest.ts';
import type { RunSummary } from '../../packages/xxgk/src/ingest/summary.ts';
import type { ReadersOptions } from '../../packages/xxgk/src/reader/readers.ts';
import { rar4 } from '../recipes/archives/rar4.ts';
import { rar5 } from '../recipes/archives/rar5.ts';
import { sevenZip } from '../recipes/archives/seven-zip.ts';
import { tar } from '../recipes/archives/tar.ts';
import { type ZipFile, zipArchive } from '../recipes/archives/zip.ts';
import { loopback, makePlace, xxgk } from '../sites/crawling.ts';
import { serveSite } from '../sites/serve-site.ts';
import { notice } from './support/notices.ts';
import { run } from './support/program.ts';
import { silentTerminal } from './support/silent-terminal.ts';
import { treeOf } from './support/tree.ts';

const samples = fileURLToPath(new URL('../../samples', import.meta.url));

let base = '';
let word: Buffer = Buffer.alloc(0);
let files: readonly (ZipFile & { readonly name: string })[] = [];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'xxgk-test-'));
  word = await readFile(join(samples, 'annual-report-2017.docx'));
  files = [
    { name: '通知/附件10.html', content: notice(3) },
    { name: '通知/附件2.html', content: notice(4) },
    { name: '年报.docx', content: word },
  ];
});

afterAll(() => rm(base, { recursive: true, force: true }));

async function written(name: string, bytes: Uint8Array): Promise<string> {
  const path = join(base, name);
  await writeFile(path, bytes);
  return path;
}

const recordsIn = (out: string): readonly DocumentRecord[] =>
  out
    .trim()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as DocumentRecord);

describe('xxgk extract', () => {
  test('gives a record of the archive, then those of its files with it as parent', async () => {
    const path = await written('a.zip', zipArchive(files));
    const { status, out, said } = await run(['extract', path]);
    expect({ status, said }).toEqual({ status: 0, said: '' });
    const [archive, ...children] = recordsIn(out);
    expect(archive).toMatchObject({
      kind: 'other',
      parent_id: null,
      source: { file_name: 'a.zip', media_type: 'application/zip' },
      diagnostics: [{ code: 'container/files', severity: 'info' }],
      text: '',
    });
    expect(archive?.attachments).toEqual(
      ['年报.docx', '通知/附件2.html', '通知/附件10.html'].map((name, at) => ({
        name,
        url: null,
        media_type: at === 0 ? expect.stringContaining('wordprocessingml') : 'text/html',
        sha256: children[at]?.source.sha256,
      })),
    );
    expect(
      children.map(({ kind, parent_id, source }) => [kind, parent_id, source.file_name]),
    ).toEqual([
      ['annual_report', archive?.record_id, '年报.docx'],
      ['official_document', archive?.record_id, '通知/附件2.html'],
      ['official_document', archive?.record_id, '通知/附件10.html'],
    ]);
  });

  test('the records of the files do not depend on what packs them', async () => {
    const paths = await Promise.all([
      written('b.tar.gz', gzipSync(tar(files))),
      written('b.rar', rar4(files)),
      written('c.rar', rar5(files)),
      written('b.7z', sevenZip(files)),
    ]);
    const alone = recordsIn((await run(['extract', join(samples, 'annual-report-2017.docx')])).out);
    for (const path of paths) {
      const [archive, report, ...rest] = recordsIn((await run(['extract', path])).out);
      expect(rest).toHaveLength(2);
      expect(report).toEqual({
        ...alone[0],
        parent_id: archive?.record_id,
        source: { ...alone[0]?.source, file_name: '年报.docx' },
      });
    }
  });

  test('a file that cannot be read is told with its code; archives in archives go on', async () => {
    const inner = zipArchive([
      { name: '坏.pdf', content: '%PDF-1.7\n1 0 obj << /Type /Cat' },
      { name: '好.html', content: notice(5) },
      { name: '损.html', content: notice(6), crc: 1 },
    ]);
    const path = await written('d.zip', zipArchive([{ name: '内层.zip', content: inner }]));
    const { status, out, said } = await run(['extract', path, '--json']);
    expect(status).toBe(1);
    const told = said
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { subject: string; code: string });
    expect(told.map(({ subject, code }) => [subject, code])).toEqual([
      [`${path}!/内层.zip!/坏.pdf`, 'parse/unreadable'],
      [`${path}!/内层.zip!/损.html`, 'container/checksum'],
    ]);
    const [outer, middle, good] = recordsIn(out);
    expect([middle?.parent_id, good?.parent_id]).toEqual([outer?.record_id, middle?.record_id]);
    expect(good?.source.file_name).toBe('好.html');
  });

  test('--text is the text of the files, --document and --explain speak of each', async () => {
    const path = join(base, 'a.zip');
    const text = (await run(['extract', path, '--text'])).out;
    expect(text).toMatch(/^\S/u);
    expect(text).toContain('关于做好');
    const documents = (await run(['extract', path, '--document'])).out.trim().split('\n');
    expect(documents.map((line) => JSON.parse(line).source.file_name)).toEqual([
      'a.zip',
      '年报.docx',
      '通知/附件2.html',
      '通知/附件10.html',
    ]);
    const explained = (await run(['extract', path, '--explain', 'report_year'])).out;
    expect(explained).toContain('report_year (报告年度) = 2017');
  });

  test('archives in archives end', async () => {
    let nested: ZipFile = { name: 'a.html', content: notice(7) };
    for (let depth = 0; depth < 20; depth += 1) {
      nested = { name: 'a.zip', content: zipArchive([nested]) };
    }
    const path = await written('deep.zip', zipArchive([nested]));
    const { status, out, said } = await run(['extract', path, '--json']);
    expect(status).toBe(1);
    expect(recordsIn(out)).toHaveLength(3);
    expect(JSON.parse(said)).toMatchObject({
      subject: `${path}!/a.zip!/a.zip!/a.zip`,
      code: 'container/too-deep',
    });
  });
});

describe('xxgk ingest', () => {
  let folder = '';
  let store = '';

  beforeAll(async () => {
    folder = join(base, 'inbox');
    store = join(base, 'store');
    await mkdir(folder);
    const inner = zipArchive([{ name: '内.html', content: notice(8) }]);
    const all = [...files, { name: '内层.zip', content: inner }];
    await writeFile(join(folder, 'a.zip'), zipArchive(all));
    await writeFile(join(folder, 'z.html'), notice(3));
  });

  async function ingest(readers: ReadersOptions = {}): Promise<RunSummary> {
    const terminal = silentTerminal();
    await ingestCommand([folder], { store, json: true }, terminal, readers);
    return JSON.parse(terminal.printed.join('')) as RunSummary;
  }

  async function stored(): Promise<readonly DocumentRecord[]> {
    await using opened = await openStore(store);
    return await Array.fromAsync(new Archive(opened).records());
  }

  const byName = (records: readonly DocumentRecord[]): Map<string | null, DocumentRecord> =>
    new Map(records.map((record) => [record.source.file_name, record]));

  test('files of archives are inputs of the run; a plain file stands for its twin in one', async () => {
    expect(await ingest()).toMatchObject({
      files: 7,
      stored: 6,
      duplicates: 1,
      failed: 0,
      left: 0,
    });
    const records = byName(await stored());
    expect([...records.keys()].toSorted()).toEqual(
      ['a.zip', 'z.html', '内.html', '内层.zip', '年报.docx', '通知/附件2.html'].toSorted(),
    );
    expect(records.get('z.html')?.parent_id).toBeNull();
    expect(records.get('内.html')?.parent_id).toBe(records.get('内层.zip')?.record_id);
  });

  test('captures say where the files came from', async () => {
    await using opened = await openStore(store);
    const archive = new Archive(opened);
    const id = 'inbox/a.zip!/内层.zip!/内.html';
    const [capture] = await Array.fromAsync(archive.captures(id));
    const sha256 = byName(await stored()).get('内层.zip')?.source.sha256;
    expect(capture).toMatchObject({
      source_id: id,
      url: null,
      file_name: '内.html',
      archive: { source_id: 'inbox/a.zip!/内层.zip', sha256, member: '内.html', depth: 2 },
    });
  });

  test('again, and with a lost ledger, nothing is written', async () => {
    const before = await treeOf(store);
    expect(await ingest()).toMatchObject({ files: 7, stored: 0, unchanged: 7 });
    await rm(join(store, '.work'), { recursive: true });
    await ingest();
    expect(await treeOf(store)).toEqual(before);
  });

  test('newer extraction opens no archive again and reaches all that is in them', async () => {
    const entry = fileURLToPath(new URL('support/raised-reader.ts', import.meta.url));
    expect(await ingest({ reader: { entry } })).toMatchObject({ files: 7, stored: 6, failed: 0 });
    for (const { made_by, source } of await stored()) {
      expect(made_by.stages['extract'], source.file_name ?? '').toBe('raised');
    }
  });

  test('an archive that has changed brings what is new in it', async () => {
    const all = [...files, { name: '新.html', content: notice(9) }];
    await writeFile(join(folder, 'a.zip'), zipArchive(all));
    expect(await ingest()).toMatchObject({ files: 6, failed: 0, left: 0 });
    expect(byName(await stored()).has('新.html')).toBe(true);
  });
});

test('xxgk crawl: an archive that an article offers is taken apart like a file', async () => {
  const list =
    '<html><body><div class="list"><ul><li><a href="t20250101_1.html">关于公布年报的通知</a><span>2025-01-01</span></li></ul></div></body></html>';
  const article = notice(1).replace(
    '</div></body>',
    '<p>附件：<a href="P020250101.zip">年报.zip</a></p></div></body>',
  );
  const packed = zipArchive([
    { name: '通知.html', content: notice(2) },
    { name: '坏.pdf', content: '%PDF-1.7\n1 0 obj << /Type /Cat' },
  ]);
  await using site = await serveSite(
    new Map([
      ['/nb/index.html', { body: list }],
      ['/nb/t20250101_1.html', { body: article }],
      ['/nb/P020250101.zip', { type: 'application/octet-stream', body: packed }],
    ]),
  );
  await using place = await makePlace();
  const start = [`${site.origin}/nb/index.html`];
  const config = await place.config([{ id: 'a', start, gap_seconds: 0.05 }]);
  const crawl = () =>
    xxgk(['crawl', '--config', config, '--store', place.path('s'), ...loopback, '--json']);

  const report = JSON.parse((await crawl()).out);
  expect(report).toMatchObject({ found: 2, new: 2, failed: 0, unreadable: 1, records: 3 });
  await using opened = await openStore(place.path('s'));
  const records = await Array.fromAsync(new Archive(opened).records());
  const archive = records.find(({ source }) => source.media_type === 'application/zip');
  const child = records.find(({ source }) => source.file_name === '通知.html');
  expect(child).toMatchObject({ parent_id: archive?.record_id, kind: 'official_document' });
  expect(child?.source.fetched_at).toBe(archive?.source.fetched_at);
  const named = records
    .flatMap(({ attachments }) => attachments)
    .map(({ name, sha256 }) => [name, sha256]);
  expect(named).toContainEqual(['年报.zip', archive?.source.sha256]);

  const before = await treeOf(place.path('s'));
  expect(JSON.parse((await crawl()).out)).toMatchObject({ unchanged: 2, records: 0 });
  expect(await treeOf(place.path('s'))).toEqual(before);
});
