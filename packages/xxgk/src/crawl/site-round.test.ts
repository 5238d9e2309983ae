import { createHash } from 'node:crypto';
import type { SourceFile } from '@xxgk/ingest';
import type { Discovery } from '@xxgk/ingest/sites';
import { expect, test } from 'vitest';
import { RoundTally, type SiteReport } from './report.ts';
import { SiteRound } from './site-round.ts';
import type { Visited, VisitRequest } from './visit.ts';

interface Page {
  readonly articles?: readonly string[];
  readonly next?: readonly string[];
  readonly files?: readonly string[];
  readonly content?: string;
  readonly failure?: string;
}

const site = 'http://a.gov.cn';

/** A round over pages that are made as they are asked for. */
async function roundOver(page: (path: string) => Page, start = ['/']) {
  const asked: VisitRequest[] = [];
  const tally = new RoundTally();
  const visit = async (request: VisitRequest): Promise<Visited> => {
    asked.push(request);
    const path = request.address.slice(site.length);
    const { failure, content = path } = page(path);
    if (failure !== undefined) {
      return {
        end: 'failed',
        file: null,
        failure: { code: failure, remedy: 'retry', message: 'no' },
      };
    }
    return { end: 'new', file: fileOf(request.address, content), failure: null };
  };
  const linksOf = async ({ url }: SourceFile): Promise<Discovery> => {
    const { articles = [], next = [], files = [] } = page((url ?? '').slice(site.length));
    const links = (paths: readonly string[]) =>
      paths.map((path) => ({ url: site + path, text: '' }));
    return {
      family: null,
      articles: links(articles),
      nextPages: next.map((path) => site + path),
      attachments: links(files),
    };
  };
  await new SiteRound({ visitor: { visit }, linksOf, tally }).run(start.map((path) => site + path));
  const report: SiteReport = tally.report('a', 1);
  return { report, asked: asked.map(({ address }) => address.slice(site.length)), requests: asked };
}

const fileOf = (url: string, content: string): SourceFile => ({
  bytes: Buffer.from(content),
  sha256: createHash('sha256').update(content).digest('hex'),
  url,
  fileName: null,
  declaredType: null,
  declaredCharset: null,
  fetchedAt: null,
});

test('lists, their articles, the articles’ files; each once, and each with the page that names it', async () => {
  const pages: Record<string, Page> = {
    '/': { articles: ['/1', '/2'], next: ['/p2', '/p2'] },
    '/p2': { articles: ['/2', '/3'], next: ['/'] },
    '/1': { files: ['/f.pdf'] },
    '/3': { files: ['/f.pdf', '/g.doc'], articles: ['/999'] },
  };
  const { report, asked, requests } = await roundOver((path) => pages[path] ?? {});
  expect(asked).toEqual(['/', '/1', '/f.pdf', '/2', '/p2', '/3', '/g.doc']);
  expect(requests.map(({ from }) => from?.slice(site.length) ?? null)).toEqual([
    null,
    '/',
    '/1',
    '/',
    '/',
    '/p2',
    '/3',
  ]);
  expect(report).toMatchObject({ found: 5, new: 5, lists: 2, complete: true, warnings: [] });
});

test('files that a list names are documents', async () => {
  const { asked } = await roundOver((path) => (path === '/' ? { files: ['/a.pdf'] } : {}));
  expect(asked).toEqual(['/', '/a.pdf']);
});

test('a list that goes on for ever without naming anything new is left', async () => {
  const { report, asked } = await roundOver((path) => ({
    articles: ['/x'],
    next: [`/page${Number(path.replace(/\D/g, '') || 0) + 1}`],
  }));
  expect(asked).toHaveLength(5);
  expect(report.warnings).toEqual([expect.stringContaining('trap')]);
});

test('so is a site that gives one content under ever new addresses', async () => {
  const { report, asked } = await roundOver((path) => {
    const number = Number(path.replace(/\D/g, '') || 0);
    return path.startsWith('/event')
      ? { content: 'nothing on this day' }
      : { articles: [`/event${number}a`, `/event${number}b`], next: [`/day${number + 1}`] };
  });
  expect(asked.length).toBeLessThan(40);
  expect(report).toMatchObject({ complete: false, warnings: [expect.stringContaining('trap')] });
});

test('a host that does not answer is left', async () => {
  const articles = Array.from({ length: 50 }, (_, index) => `/${index}`);
  const { report, asked } = await roundOver((path) =>
    path === '/' ? { articles } : { failure: 'fetch/timeout' },
  );
  expect(asked).toHaveLength(6);
  expect(report).toMatchObject({ complete: false, failed: 5 });
});

test('dead links among good ones do not end it', async () => {
  const articles = Array.from({ length: 50 }, (_, index) => `/${index}`);
  const { report } = await roundOver((path) =>
    path === '/' || Number(path.slice(1)) % 2 === 0 ? { articles } : { failure: 'fetch/not-found' },
  );
  expect(report).toMatchObject({ found: 50, new: 25, failed: 25, complete: true });
  expect(report.failures).toEqual([
    expect.objectContaining({ code: 'fetch/not-found', count: 25 }),
  ]);
  expect(report.failures[0]?.examples).toHaveLength(3);
});

test('a list that lists nothing is told', async () => {
  expect((await roundOver(() => ({}))).report.warnings).toEqual([
    expect.stringContaining('lists no documents'),
  ]);
});

test('a list that cannot be read is told, and the next one is read', async () => {
  const { report } = await roundOver(
    (path) =>
      path === '/a' ? { failure: 'fetch/not-found' } : path === '/b' ? { articles: ['/1'] } : {},
    ['/a', '/b'],
  );
  expect(report).toMatchObject({ found: 1, lists: 1 });
  expect(report.warnings).toHaveLength(2);
});
