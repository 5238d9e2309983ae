/** Every container of the registry against the contract, and what is particular to each. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { containerOf, containers } from '@xxgk/ingest';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hostileNames } from '../recipes/archives/hostile-names.ts';
import { rar4 } from '../recipes/archives/rar4.ts';
import { lockedRar5, rar5 } from '../recipes/archives/rar5.ts';
import { sevenZip } from '../recipes/archives/seven-zip.ts';
import { tar } from '../recipes/archives/tar.ts';
import { zipArchive } from '../recipes/archives/zip.ts';
import { asWord } from '../recipes/carriers/word.ts';
import { report2017 } from '../recipes/texts/report-2017.ts';
import { type ArchiveSample, containerContract, contents, failuresOf, open } from './container.ts';

const page = (text: string): string =>
  `<!doctype html><html><head><title>${text}</title></head><body><p>${text}</p></body></html>`;
const files = {
  '通知/关于某事项的通知.html': page('关于某事项的通知'.repeat(50)),
  '附件2.html': page('第二份'),
  '附件10.html': page('第十份'),
};
/** Not in their natural order. */
const stored = Object.entries(files)
  .map(([name, content]) => ({ name, content }))
  .toReversed();

const samples: Readonly<Record<string, readonly Omit<ArchiveSample, 'files'>[]>> = {
  zip: [
    { name: 'deflated', fileName: 'a.zip', bytes: zipArchive(stored) },
    {
      name: 'stored, with a comment',
      fileName: 'b.zip',
      bytes: zipArchive(
        stored.map((file) => ({ ...file, deflated: false })),
        'made by hand',
      ),
    },
  ],
  gzip: [
    { name: 'around a TAR', fileName: 'a.tar.gz', bytes: gzipSync(tar(stored)) },
    { name: 'called .tgz', fileName: 'b.tgz', bytes: gzipSync(tar(stored)) },
  ],
  tar: [
    { name: 'names in headers', fileName: 'a.tar', bytes: tar(stored) },
    {
      name: 'names by pax',
      fileName: 'b.tar',
      bytes: tar(stored.map((file) => ({ ...file, by: 'pax' }))),
    },
    {
      name: 'names by GNU tar',
      fileName: 'c.tar',
      bytes: tar(stored.map((file) => ({ ...file, by: 'gnu' }))),
    },
  ],
  rar: [
    { name: 'version 4', fileName: 'a.rar', bytes: rar4(stored) },
    { name: 'version 5', fileName: 'b.rar', bytes: rar5(stored) },
  ],
  '7z': [
    { name: 'packed header', fileName: 'a.7z', bytes: sevenZip(stored) },
    { name: 'plain header', fileName: 'b.7z', bytes: sevenZip(stored, { packedHeader: false }) },
  ],
};

for (const container of containers) {
  const own = samples[container.name] ?? [];
  test(`container ${container.name} has samples`, () => expect(own).not.toEqual([]));
  containerContract(
    container,
    own.map((sample) => ({ ...sample, files })),
  );
}

let scratch = '';
beforeEach(async () => {
  scratch = join(await mkdtemp(join(tmpdir(), 'xxgk-container-')), 'a', 'scratch');
  const { mkdir } = await import('node:fs/promises');
  await mkdir(scratch, { recursive: true });
});
afterEach(() => rm(dirname(dirname(scratch)), { recursive: true }));

const codeOf = (bytes: Uint8Array, fileName: string, depth = 0): Promise<string> =>
  open(bytes, fileName, scratch, depth).then(
    () => 'opened',
    (error: { code: string }) => error.code,
  );

const namesIn = async (bytes: Uint8Array, fileName: string): Promise<readonly string[]> =>
  ((await open(bytes, fileName, scratch)).members ?? []).map(({ name }) => name);

const gbk = (digits: string): Buffer => Buffer.from(digits, 'hex');
/** 通知.html (which is UTF-8 of another script as well) and 附件1.html. */
const [notice, annex] = [gbk('cda8d6aa2e68746d6c'), gbk('b8bdbcfe312e68746d6c')];

describe('names', () => {
  test.each([
    ['ZIP', 'a.zip', zipArchive([notice, annex].map((name) => ({ name, content: 'x' })))],
    ['TAR', 'a.tar', tar([notice, annex].map((name) => ({ name, content: 'x' })))],
    ['RAR', 'a.rar', rar4([notice, annex].map((name) => ({ name, content: 'x' })))],
  ])('in GBK without a sign of it: %s', async (_, fileName, bytes) => {
    expect(await namesIn(bytes, fileName)).toEqual(['通知.html', '附件1.html']);
  });

  test('a single short one in GBK that is UTF-8 by chance', async () => {
    expect(await namesIn(zipArchive([{ name: notice, content: 'x' }]), 'a.zip')).toEqual([
      '通知.html',
    ]);
  });

  test('UTF-8 without a sign of it, and a sign of UTF-8 that is wrong', async () => {
    const bytes = zipArchive([
      { name: Buffer.from('关于.html'), content: 'x' },
      { name: annex, content: 'y', utf8: true },
    ]);
    expect(await namesIn(bytes, 'a.zip')).toEqual(['关于.html', '附件1.html']);
  });

  test('an Info-ZIP Unicode Path counts, unless it is of another name', async () => {
    const given = { name: Buffer.from('??.html'), content: 'x', unicodeName: '𬭎.html' };
    expect(await namesIn(zipArchive([given]), 'a.zip')).toEqual(['𬭎.html']);
    const renamed = zipArchive([given]);
    for (let at = renamed.indexOf('??.html'); at >= 0; at = renamed.indexOf('??.html', at)) {
      renamed.write('aa.html', at);
    }
    expect(await namesIn(renamed, 'a.zip')).toEqual(['aa.html']);
  });

  test('folders by `\\`, two files of one name', async () => {
    const bytes = zipArchive([
      { name: '通知\\a.html', content: 'x' },
      { name: '通知/a.html', content: 'y' },
    ]);
    expect(await namesIn(bytes, 'a.zip')).toEqual(['通知/a (2).html', '通知/a.html']);
  });

  test('a gzip file has the name that it holds, or its own', async () => {
    const plain = gzipSync(page('甲'));
    expect(await namesIn(plain, '关于.html.gz')).toEqual(['关于.html']);
    const named = Buffer.concat([
      plain.subarray(0, 10),
      annex,
      Buffer.from([0]),
      plain.subarray(10),
    ]);
    named[3] = 0x08;
    expect(await namesIn(named, 'renamed.gz')).toEqual(['附件1.html']);
  });

  test(`${hostileNames.length} hostile ones write nothing outside of the folder`, async () => {
    expect(hostileNames.length).toBeGreaterThanOrEqual(60);
    const entries = hostileNames.map((name, at) => ({ name, content: `content ${at}` }));
    const link = { name: 'link', content: '/etc/passwd', mode: 0o120_777 };
    const archives: [string, Uint8Array][] = [
      ['a.zip', zipArchive([...entries, link])],
      ['a.tar', tar([...entries, { ...link, type: '2' }])],
      ['a.rar', rar5(entries)],
      ['a.7z', sevenZip(entries.map(({ name, content }) => ({ name: name.toString(), content })))],
    ];
    for (const [fileName, bytes] of archives) {
      const opened = await open(bytes, fileName, scratch);
      const names = (opened.members ?? []).map(({ name }) => name);
      expect(new Set(names).size, fileName).toBe(names.length);
      for (const name of names) expect(name, fileName).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      expect(failuresOf(opened)).toEqual({});
    }
    const around = await readdir(dirname(dirname(scratch)), { recursive: true });
    const outside = around.filter((path) => !/^a(?:\/scratch(?:\/[0-9a-f]{64})?)?$/.test(path));
    expect(outside).toEqual([]);
  });
});

describe('what is not read', () => {
  test('what systems and programs leave behind, links and empty files, all of it told', async () => {
    const opened = await open(
      zipArchive([
        { name: 'a.html', content: page('甲') },
        { name: '__MACOSX/._a.html', content: 'x' },
        { name: 'b/.DS_Store', content: 'x' },
        { name: 'b/Thumbs.db', content: 'x' },
        { name: '~$notice.docx', content: 'x' },
        { name: 'empty.doc', content: '' },
        { name: 'link.doc', content: 'a.html', mode: 0o120_777 },
        { name: 'folder/', content: '' },
      ]),
      'a.zip',
      scratch,
    );
    expect(opened.members?.map(({ name }) => name)).toEqual(['a.html']);
    const told = opened.diagnostics.find(({ code }) => code === 'container/skipped')?.message;
    expect(told).toMatch(/and 1 more/);
  });

  test.each([
    ['no entries', zipArchive([])],
    ['only junk', zipArchive([{ name: '.DS_Store', content: 'x' }])],
  ])('an archive of %s', async (_, bytes) => {
    expect(await codeOf(bytes, 'a.zip')).toBe('container/no-files');
  });

  test('a Word file is no archive, and neither is a package that no reader knows', async () => {
    expect(containerOf(await asWord(report2017), 'a.zip')).toBeUndefined();
    const slides = zipArchive([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'ppt/presentation.xml', content: '<p/>' },
    ]);
    expect(containerOf(slides, 'a.pptx')).toBeUndefined();
  });

  test.each(['word/通知.doc', 'xl/表.xls', 'Doc_1/a.html'])(
    'a folder that is called like the part of a package is none: %s',
    async (name) => {
      expect(await namesIn(zipArchive([{ name, content: 'x' }]), 'a.zip')).toEqual([name]);
    },
  );

  test('a PDF that is the first thing in an archive does not make it one', async () => {
    const pdf = '%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\n%%EOF';
    const entries = [{ name: 'a.pdf', content: pdf, deflated: false }];
    for (const [fileName, bytes] of [
      ['a.zip', zipArchive(entries)],
      ['a.tar', tar(entries)],
      ['a.rar', rar5(entries)],
    ] as const) {
      expect(await namesIn(bytes, fileName)).toEqual(['a.pdf']);
    }
  });
});

describe('one bad file is told and does not stop the others', () => {
  const good = { name: 'b.html', content: page('乙') };
  const bad = { name: 'a.html', content: page('甲') };
  test.each([
    ['ZIP: other bytes than its checksum says', zipArchive([{ ...bad, crc: 1 }, good]), 'checksum'],
    ['ZIP: encrypted', zipArchive([{ ...bad, encrypted: true }, good]), 'encrypted'],
    ['ZIP: more than it says', zipArchive([{ ...bad, size: 5 }, good]), 'unreadable'],
    ['RAR 4: checksum', rar4([{ ...bad, crc: 1 }, good]), 'checksum'],
    ['RAR 4: encrypted', rar4([{ ...bad, encrypted: true }, good]), 'encrypted'],
    ['RAR 5: checksum', rar5([{ ...bad, crc: 1 }, good]), 'checksum'],
    ['7z: checksum', sevenZip([{ ...bad, crc: 1 }, good]), 'checksum'],
  ])('%s', async (_, bytes, fault) => {
    const opened = await open(bytes, 'archive', scratch);
    expect(failuresOf(opened)).toEqual({ 'a.html': `container/${fault}` });
    expect((await contents(opened, scratch))['b.html']).toBe(good.content);
    const told = opened.diagnostics.map(({ code, message }) => `${code} ${message}`);
    expect(told).toContainEqual(expect.stringMatching(`^container/${fault} a.html: `));
  });
});

describe('refused as a whole', () => {
  const one = { name: 'a.html', content: page('甲') };
  test.each([
    ['all files encrypted', zipArchive([{ ...one, encrypted: true }]), 'encrypted'],
    ['RAR 4 with encrypted headers', rar4([one], 0x80), 'encrypted'],
    ['RAR 5 with encrypted headers', lockedRar5(), 'encrypted'],
    ['one of several RAR files', rar4([one], 0x01), 'unsupported'],
    ['a ZIP that is cut off', zipArchive([one]).subarray(0, 80), 'unreadable'],
    ['a 7z that is cut off', sevenZip([one]).subarray(0, 60), 'unreadable'],
  ])('%s', async (_, bytes, fault) => {
    expect(await codeOf(bytes, 'archive')).toBe(`container/${fault}`);
  });

  test('a TAR that ends too early gives what came before, and says so', async () => {
    const whole = tar([one, { name: 'b.html', content: page('乙'.repeat(1000)) }], false);
    const opened = await open(whole.subarray(0, 2048), 'a.tar', scratch);
    expect(Object.keys(await contents(opened, scratch))).toContain('a.html');
    expect(failuresOf(opened)).toEqual({ 'b.html': 'container/unreadable' });
    expect(opened.diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      'container/truncated',
      'error',
    ]);
  });
});
