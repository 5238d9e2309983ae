import { describe, expect, test } from 'vitest';
import { chosenSites, readConfig } from './site-config.ts';

const read = (text: string) => readConfig(text, 'sites.yaml');

test('a site needs an id and an address; the gap is two seconds', () => {
  expect(read('sites:\n  - id: yunhe\n    start: [http://www.yunhe.example.cn/nb/]\n')).toEqual({
    sites: [{ id: 'yunhe', start: ['http://www.yunhe.example.cn/nb/'], gap_seconds: 2 }],
  });
});

test('every mistake is told, each with its line', () => {
  const text = `contact: x
sites:
  - id: Yun He
    start: []
    gap_seconds: 0
  - id: b
    start:
      - http://b.gov.cn/
      - ftp://b.gov.cn/
    schedule: "sometimes"
    region: 330100
  - id: c
    starts: [http://c.gov.cn/]
`;
  expect(() => read(text)).toThrow(
    expect.objectContaining({
      code: 'usage/wrong',
      message: expect.stringContaining('sites.yaml'),
    }),
  );
  const told = message(() => read(text));
  for (const part of [
    'line 1: contact:',
    'line 3: sites.0.id:',
    'line 4: sites.0.start:',
    'line 5: sites.0.gap_seconds:',
    'line 9: sites.1.start.1: expected an http or https address',
    'line 10: sites.1.schedule: expected a cron expression',
    'line 11: sites.1.region:',
    'line 12: sites.2.start:',
    'line 12: sites.2: Unrecognized key: "starts"',
  ]) {
    expect(told).toContain(part);
  }
});

describe('also told are', () => {
  test.each([
    ['broken YAML', 'sites:\n  - id: a\n   start: [', 'line'],
    ['an empty file', '', 'line 1'],
    ['no sites', 'sites: []', 'line 1: sites:'],
    ['a list', '- a', 'line 1'],
    [
      'twins',
      'sites:\n  - {id: a, start: ["http://a.cn"]}\n  - {id: a, start: ["http://b.cn"]}\n',
      'line 3: there are two sites a',
    ],
  ])('%s', (_, text, part) => {
    expect(message(() => read(text))).toContain(part);
  });
});

test('sites are chosen by id, in the order of the file', () => {
  const config = read(
    'sites:\n  - {id: a, start: ["http://a.cn"]}\n  - {id: b, start: ["http://b.cn"]}\n',
  );
  expect(chosenSites(config, ['b', 'a']).map(({ id }) => id)).toEqual(['a', 'b']);
  expect(chosenSites(config, [])).toHaveLength(2);
  expect(() => chosenSites(config, ['d'])).toThrow('There is no site d; the file has: a, b.');
});

function message(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('Nothing was wrong');
}

const one = (more: string) =>
  read(`sites:\n  - id: a\n    start: [http://a.cn]\n${more.replaceAll(/^/gm, '    ')}`).sites[0];

test('a site may say what is wanted, how much, when and how', () => {
  expect(
    one(`agency: 云河县档案馆
region: "990001"
take: [reports, interpretations]
budget: {pages: 200, documents: 500, bytes: 1000000000, minutes: 90}
gap_seconds: 5
jitter: 0.5
hours: "22:00-06:00"
robots: {ignore: "by letter of the office, 2026-01-05"}
tls_exceptions: [{host: www.a.cn, reason: "renewal is late, told by phone"}]`),
  ).toMatchObject({
    take: ['reports', 'interpretations'],
    budget: { pages: 200, documents: 500, bytes: 1_000_000_000, minutes: 90 },
    jitter: 0.5,
    hours: '22:00-06:00',
    robots: { ignore: 'by letter of the office, 2026-01-05' },
    tls_exceptions: [{ host: 'www.a.cn' }],
  });
  expect(one('take: reports\nrobots: obey')).toMatchObject({ take: ['reports'], robots: 'obey' });
});

test.each([
  ['take: news', 'take: expected reports, documents, interpretations, all'],
  ['take: []', 'take'],
  ['hours: "night"', 'hours: expected hours'],
  ['robots: ignore', 'robots: expected obey, or ignore:'],
  ['robots: {ignore: "ok"}', 'robots'],
  ['budget: {pages: 0}', 'budget.pages'],
  ['budget: {sites: 3}', 'budget'],
  ['tls_exceptions: [{host: www.a.cn}]', 'tls_exceptions.0.reason'],
  [
    'tls_exceptions: [{host: "http://www.a.cn", reason: "renewal is late"}]',
    'tls_exceptions.0.host',
  ],
  ['jitter: 3', 'jitter'],
  ['password: x', 'password'],
])('%s is a mistake, told with its line', (line, part) => {
  const told = message(() => one(line));
  expect(told).toContain(part);
  expect(told).toMatch(/line \d/);
});
