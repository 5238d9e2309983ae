import { createHash } from 'node:crypto';
import type { SourceFile } from '@xxgk/ingest';
import { type Discovery, type NamedColumn, nothingFound } from '@xxgk/ingest/sites';
import { describe, expect, test } from 'vitest';
import { RoundTally, type SiteReport } from './report.ts';
import { SiteRound, type SiteRoundParts } from './site-round.ts';
import { Selection } from './site-take.ts';
import type { Visited, VisitRequest } from './visit.ts';

interface Page {
  readonly articles?: readonly string[];
  readonly next?: readonly string[];
  readonly files?: readonly string[];
  readonly content?: string;
  readonly failure?: string;
  readonly columns?: readonly NamedColumn[];
  readonly home?: boolean;
  readonly kind?: NamedColumn['kind'];
  readonly guessed?: boolean;
}

const site = 'http://a.gov.cn';

/** A round over pages that are made as they are asked for. */
async function roundOver(
  page: (path: string) => Page,
  start = ['/'],
  options: Partial<SiteRoundParts> = {},
) {
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
    const told = page((url ?? '').slice(site.length));
    const { articles = [], next = [], files = [], columns = [], guessed = false } = told;
    const links = (paths: readonly string[]) =>
      paths.map((path) => ({ url: site + path, text: '', rule: 'test' }));
    return {
      ...nothingFound,
      home: told.home ?? false,
      column: { name: '', kind: told.kind ?? null },
      articles: links(articles),
      nextPages: links(next).map((link) => ({ ...link, guessed })),
      attachments: links(files),
      columns,
    };
  };
  await new SiteRound({ visitor: { visit }, linksOf, tally, ...options }).run(
    start.map((path) => site + path),
  );
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

const column = (
  path: string,
  kind: NamedColumn['kind'],
  more: Partial<NamedColumn> = {},
): NamedColumn => ({
  url: site + path,
  text: path,
  rule: 'column name',
  kind,
  below: false,
  ...more,
});

describe('from the front page', () => {
  const pages: Record<string, Page> = {
    '/': {
      home: true,
      columns: [column('/zwgk/', 'hub'), column('/wj/', 'documents')],
      articles: ['/news/1'],
    },
    '/zwgk/': {
      kind: 'hub',
      columns: [column('/nb/', 'reports'), column('/jd/', 'interpretations')],
    },
    '/nb/': {
      articles: ['/nb/1'],
      columns: [column('/nb/2019/', 'reports', { below: true }), column('/wj/', 'documents')],
    },
    '/nb/2019/': { articles: ['/nb/2'] },
    '/wj/': { articles: ['/wj/1'], columns: [column('/zwgk/', 'hub')] },
    '/jd/': { articles: ['/jd/1'] },
  };
  const documents = ['/news/1', '/wj/1', '/nb/1', '/jd/1', '/nb/2'];

  test('columns are followed, and those below a column', async () => {
    const { asked, report } = await roundOver((path) => pages[path] ?? {});
    expect(asked.filter((path) => documents.includes(path)).toSorted()).toEqual(
      documents.toSorted(),
    );
    expect(report).toMatchObject({ lists: 6, complete: true, warnings: [] });
  });

  test('only those that are asked for', async () => {
    const selection = new Selection(['reports']);
    const { asked } = await roundOver((path) => pages[path] ?? {}, ['/'], { selection });
    expect(asked).toEqual(['/', '/zwgk/', '/nb/', '/nb/1', '/nb/2019/', '/nb/2']);
  });

  test('the columns of a list that was given are its own only', async () => {
    const { asked } = await roundOver((path) => pages[path] ?? {}, ['/nb/']);
    expect(asked).toEqual(['/nb/', '/nb/1', '/nb/2019/', '/nb/2']);
  });

  test('a start page that lists nothing leads to columns, also where it leads on by itself', async () => {
    const own: Record<string, Page> = {
      '/office/': { columns: [column('/office/main/', null, { below: true, rule: 'refresh' })] },
      '/office/main/': { columns: [column('/nb/', 'reports')] },
      '/nb/': { articles: ['/nb/1'] },
    };
    const { asked, report } = await roundOver((path) => own[path] ?? {}, ['/office/']);
    expect(asked).toEqual(['/office/', '/office/main/', '/nb/', '/nb/1']);
    expect(report.warnings).toEqual([]);
  });

  test('a site without a column of reports is told', async () => {
    const bare = { '/': { home: true, articles: ['/1'] } };
    const { report } = await roundOver((path) => bare[path as '/'] ?? {});
    expect(report.warnings).toEqual([expect.stringContaining('no column of annual reports')]);
  });

  test('columns below columns without end are left, and told', async () => {
    const { asked, report } = await roundOver((path) => ({
      home: path === '/',
      kind: 'hub',
      columns: [0, 1].map((n) => column(`${path}${n}/`, 'hub')),
    }));
    expect(asked.length).toBeLessThan(70);
    expect(report.warnings.join()).toContain('trap');
  });

  test('sitemaps that robots.txt names are lists of it', async () => {
    const { asked } = await roundOver(
      (path) =>
        path === '/' ? { home: true } : path === '/sitemap.xml' ? { articles: ['/1'] } : {},
      ['/'],
      { sitemapsOf: () => [`${site}/sitemap.xml`] },
    );
    expect(asked).toEqual(['/', '/sitemap.xml', '/1']);
  });
});

test('pages that were counted up end where one names nothing new, and nobody is warned', async () => {
  const { asked, report } = await roundOver((path) => {
    const number = Number(path.replace(/\D/g, '') || 0);
    return {
      articles: number < 5 ? [`/x${number}.html`] : [],
      next: [`/p${number + 1}`],
      guessed: true,
    };
  });
  expect(asked.filter((path) => path.startsWith('/p'))).toEqual([
    '/p1',
    '/p2',
    '/p3',
    '/p4',
    '/p5',
  ]);
  expect(report.warnings).toEqual([]);
});

test('a start address that is an article is one', async () => {
  const { requests } = await roundOver(
    () => ({ articles: ['/other'] }),
    ['/nb/202001/t20200101_1.html'],
  );
  expect(requests.map(({ role }) => role)).toEqual(['document']);
});

describe('the budget', () => {
  const endless = (path: string): Page => {
    const number = Number(path.replace(/\D/g, '') || 0);
    return path.startsWith('/a') ? {} : { articles: [`/a${number}`], next: [`/p${number + 1}`] };
  };

  test.each([
    [{ pages: 3 }, 6],
    [{ documents: 2 }, 5],
  ])('%j ends a round, and the next one goes on', async (budget, visits) => {
    const { asked, report } = await roundOver(endless, ['/p'], { budget });
    expect(asked).toHaveLength(visits);
    expect(report).toMatchObject({ complete: false, warnings: [expect.stringMatching(/^budget/)] });
  });

  test('of minutes and bytes too', async () => {
    let now = 0;
    const slow = await roundOver(endless, ['/p'], {
      budget: { minutes: 1 },
      now: () => (now += 20_000),
    });
    expect(slow.report.warnings).toEqual(['budget: 1 minutes; the next run goes on']);
    let questions = 0;
    const spent = () => {
      questions += 1;
      return { questions, bytes: questions * 100 };
    };
    const large = await roundOver(endless, ['/p'], { budget: { bytes: 1000 }, spent });
    expect(large.report.warnings).toEqual(['budget: 1000 bytes; the next run goes on']);
  });

  test('is not spent by what was visited before an interruption', async () => {
    // Nothing is asked for: all of it is in the store.
    const spent = () => ({ questions: 0, bytes: 0 });
    const { asked } = await roundOver(
      (path) => (path === '/' ? { articles: ['/1', '/2', '/3'] } : {}),
      ['/'],
      { budget: { documents: 1 }, spent },
    );
    expect(asked).toEqual(['/', '/1', '/2', '/3']);
  });
});

test('a host that declines many times in a row is left', async () => {
  const articles = Array.from({ length: 50 }, (_, index) => `/${index}`);
  const { report, asked } = await roundOver((path) =>
    path === '/' ? { articles } : { failure: 'fetch/blocked' },
  );
  expect(asked).toHaveLength(21);
  expect(report).toMatchObject({ complete: false });
});
