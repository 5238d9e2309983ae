import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFile } from '@xxgk/ingest';
import { type Discovery, type Link, nothingFound } from '@xxgk/ingest/sites';
import { openWork, type UrlState } from '@xxgk/store';
import { expect, test } from 'vitest';
import { visitGaps } from './gaps.ts';
import { RoundTally } from './report.ts';
import type { VisitRequest } from './visit.ts';

const portal = 'http://www.city.gov.cn/nb/';
const link = (url: string, text: string): Link => ({ url, text, rule: 'test' });

const pages: Readonly<Record<string, Partial<Discovery>>> = {
  [portal]: {
    articles: [
      link('http://www.city.gov.cn/nb/1', '云河县档案馆2021年政府信息公开工作年度报告'),
      link('http://www.city.gov.cn/nb/2', '县档案馆2021年度报告'),
      link('http://www.city.gov.cn/nb/3', '云河县水利局2021年政府信息公开工作年度报告'),
      link('http://www.city.gov.cn/nb/4', '云河县档案馆2020年政府信息公开工作年度报告'),
    ],
    nextPages: [{ ...link(`${portal}index_2.html`, ''), guessed: false }],
  },
  [`${portal}index_2.html`]: {
    articles: [link('http://www.city.gov.cn/nb/5', '档案馆2021年年报')],
  },
  'http://www.city.gov.cn/nb/1': { attachments: [link('http://www.city.gov.cn/nb/1.pdf', '附件')] },
};

async function askedFor(years: readonly number[], known: readonly [string, string, boolean][]) {
  const folder = mkdtempSync(join(tmpdir(), 'xxgk-gaps-'));
  const asked: string[] = [];
  using work = openWork(folder, { now: () => 1000 });
  const { frontier } = work;
  for (const [address, title, had] of known) {
    frontier.see({ site: 'a', address, from: null, role: 'document', title });
    if (had) frontier.check(address, { status: 200, outcome: 'new', sha256: 'x' });
    else frontier.check(address, { status: null, outcome: 'fetch/timeout', answer: 'no' });
  }
  const visit = async ({ address }: VisitRequest) => {
    asked.push(address);
    return { end: 'new' as const, file: fileOf(address), failure: null };
  };
  await visitGaps({
    site: { id: 'a', agency: '云河县档案馆', portal: [portal] },
    years: new Set(years),
    frontier: {
      url: (address): UrlState | undefined => frontier.url(address),
      urls: (site) => frontier.urls(site),
    },
    visitor: { visit },
    linksOf: async ({ url }) => ({ ...nothingFound, ...pages[url ?? ''] }),
    tally: new RoundTally(),
    since: 2000,
  });
  rmSync(folder, { recursive: true });
  return asked;
}

const fileOf = (url: string): SourceFile => ({
  bytes: Buffer.from(url),
  sha256: createHash('sha256').update(url).digest('hex'),
  url,
  fileName: null,
  declaredType: null,
  declaredCharset: null,
  fetchedAt: null,
});

test('what the site names and was not had is asked for; then the portal, for this agency only', async () => {
  const own = 'http://a.gov.cn/';
  const asked = await askedFor(
    [2021],
    [
      [`${own}2021`, '2021年政府信息公开年报', false],
      [`${own}2019`, '2019年政府信息公开年报', false],
      [`${own}2022`, '2022年政府信息公开年报', true],
      [`${own}notice`, '关于2021年放假的通知', false],
    ],
  );
  expect(asked).toEqual([
    `${own}2021`,
    portal,
    'http://www.city.gov.cn/nb/1',
    'http://www.city.gov.cn/nb/1.pdf',
    'http://www.city.gov.cn/nb/2',
    `${portal}index_2.html`,
    'http://www.city.gov.cn/nb/5',
  ]);
});
