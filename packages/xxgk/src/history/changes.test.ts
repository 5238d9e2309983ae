import { extract } from '@xxgk/extract';
import type { Block, Document } from '@xxgk/extract/document';
import { Archive, openMemory, sha256Of } from '@xxgk/store';
import { beforeEach, expect, test } from 'vitest';
import { changesIn, type SourceChange } from './changes.ts';
import { changeLines } from './lines.ts';

const address = 'http://www.yunhe.gov.cn/nb/1.html';
let archive: Archive;
beforeEach(() => {
  archive = new Archive(openMemory());
});

const block = (text: string, kind: 'heading' | 'paragraph' = 'paragraph'): Block => ({
  kind,
  role: 'body',
  text,
  ...(kind === 'heading' && { level: 1 }),
});

/** What a report says about its year; all else in it is the same. */
function report(sha256: string, requests: number | null, problems: string): Document {
  return {
    schema: 'xxgk.document/1',
    source: {
      url: address,
      host: 'www.yunhe.gov.cn',
      fetched_at: null,
      file_name: null,
      media_type: 'text/html',
      sha256,
      bytes: 1,
      charset: 'utf-8',
      cms: null,
      pages: null,
      read_by: 'text',
      provenance: 'primary',
    },
    pages: [
      {
        number: 1,
        readBy: 'text',
        blocks: [
          block('云河县档案馆2023年政府信息公开工作年度报告', 'heading'),
          block('一、总体情况'),
          block(
            requests === null
              ? '全年政府信息公开申请办理顺利。'
              : `全年收到政府信息公开申请${requests}件，均按期答复。`,
          ),
          block('二、存在的问题及改进情况'),
          block(problems),
        ],
      },
    ],
    repairs: [],
    diagnostics: [],
    stages: { clean: '1' },
  };
}

/** Takes in what the address gave on a day of March, as `name`. */
async function take(
  day: number,
  name: string,
  said?: Parameters<typeof report>[1],
  problems = '馆藏目录上网较慢。',
) {
  const sha256 = sha256Of(name);
  await archive.putCapture({
    source_id: address,
    url: address,
    file_name: null,
    fetched_at: `2026-03-0${day}T00:00:00.000Z`,
    status: 200,
    headers: {},
    redirects: [],
    length: null,
    sha256,
    bytes: 1,
  });
  if (said === undefined) return;
  await archive.putRecords(sha256, extract(report(sha256, said, problems), { version: '1' }));
}

const changes = (filter: Parameters<typeof changesIn>[1] = {}): Promise<SourceChange[]> =>
  Array.fromAsync(changesIn(archive, filter));

test('a number that changed is told with both places', async () => {
  await take(1, 'a', 239);
  await take(2, 'b', 241);
  const [change, ...others] = await changes();
  expect(others).toEqual([]);
  expect(change).toMatchObject({
    what: 'values',
    before: { number: 1 },
    after: { number: 2 },
    records: [{ what: 'values', kind: 'annual_report' }],
  });
  const fields = change && 'records' in change ? change.records.flatMap((each) => each.fields) : [];
  const requests = fields.find(({ path }) => path === 'statistics.requests_received_total');
  expect(requests).toMatchObject({
    label: '收到申请数',
    before: { value: 239, unit: '件', evidence: [{ quote: expect.stringContaining('239') }] },
    after: { value: 241, unit: '件', evidence: [{ quote: expect.stringContaining('241') }] },
  });
  // Nothing else changed but what follows from it.
  expect(fields.every(({ path }) => path.startsWith('statistics.'))).toBe(true);
  const lines = change ? changeLines(change).join('\n') : '';
  expect(lines).toMatch(/收到申请数 \(statistics\.requests_received_total\)\s+239 件 → 241 件/u);
  expect(lines).toContain('before “全年收到政府信息公开申请239件');
});

test('a number that is not said any more is no zero', async () => {
  await take(1, 'a', 239);
  await take(2, 'b', null);
  const [change] = await changes();
  const fields = change && 'records' in change ? change.records.flatMap((each) => each.fields) : [];
  expect(
    fields.find(({ path }) => path === 'statistics.requests_received_total')?.after ?? null,
  ).toBeNull();
});

test('wording and layout are told apart from values', async () => {
  await take(1, 'a', 239);
  await take(2, 'b', 239, '馆藏目录上网仍然较慢。');
  await take(3, 'c');
  await archive.putSame(sha256Of('c'), sha256Of('b'));
  expect((await changes()).map(({ what }) => what)).toEqual(['wording', 'layout']);
  const versions = (await changes()).flatMap((change) =>
    'before' in change ? [[change.before.number, change.after.number]] : [],
  );
  expect(versions).toEqual([
    [1, 2],
    [2, 2],
  ]);
});

test('since a day: only what came then, new sources and what vanished', async () => {
  await take(1, 'a', 239);
  await take(3, 'b', 241);
  const tombstone = {
    source_id: address,
    site: 'yunhe',
    sha256: sha256Of('b'),
    last_seen_at: null,
    first_missing_at: null,
    rounds: 3,
    answer: 'status 404',
  };
  await archive.putTombstone({ ...tombstone, event: 'vanished', at: '2026-03-05T00:00:00.000Z' });
  await archive.putTombstone({ ...tombstone, event: 'revived', at: '2026-03-06T00:00:00.000Z' });
  const since = async (day: number) =>
    (await changes({ since: `2026-03-0${day}` })).map(({ what }) => what);
  expect(await since(1)).toEqual(['new', 'values', 'vanished', 'revived']);
  expect(await since(2)).toEqual(['values', 'vanished', 'revived']);
  expect(await since(6)).toEqual(['revived']);
});

test('a list page, which is kept and not read, changes nothing', async () => {
  await take(1, 'a');
  await take(2, 'b');
  expect(await changes({ since: '2026-01-01' })).toEqual([]);
});
