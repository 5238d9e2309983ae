/**
 * Generates `src/lexicon/divisions.json`: every division of GB/T 2260 down to the county with the
 * years in which it stood in the lists.
 *
 *     node packages/extract/scripts/divisions.ts
 *
 * Sources: `gb2260` (revisions 2002-12 to 2016-07, MIT) and `lcn` (民政部 2024, MIT). No list between
 * them is published as a package: what is gone in 2024 counts as valid to 2023, what is new as valid
 * from 2017, so that a document of those years finds either name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Row = [code: string, name: string, from: number, to: number | null];

/** Year of the `lcn` list; the first and last years of what lies between it and `gb2260`. */
const LATEST = 2024;
const GAP = { first: 2017, last: 2023 };

/** Groups without a government: 市辖区, 县, 省直辖县级行政区划. */
const PSEUDO =
  /^(市辖区|县|市|省直辖县级行政(区划|单位)|自治区直辖县级行政(区划|单位)|省直辖行政单位)$/;

/** 110100: the counties of a city under the central government, no division of its own. */
const GROUP_CODE = /^(11|12|31|50)0[1-9]00$/;

const require = createRequire(import.meta.url);
const load = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const revisionsFolder = dirname(require.resolve('gb2260/lib/revisions.json'));

const divisions = new Map<string, Row>();

function note(code: string, name: string, year: number): void {
  if (PSEUDO.test(name) || GROUP_CODE.test(code)) return;
  const key = `${code} ${name}`;
  const known = divisions.get(key);
  if (!known) divisions.set(key, [code, name, year, year]);
  else known[3] = year;
}

const revisions = load(join(revisionsFolder, 'revisions.json')) as string[];
for (const revision of [...revisions].sort()) {
  const list = load(join(revisionsFolder, `${revision}.json`)) as Record<string, string>;
  for (const [code, name] of Object.entries(list)) note(code, name, Number(revision.slice(0, 4)));
}
const newest = Number([...revisions].sort().at(-1)?.slice(0, 4));
for (const row of divisions.values()) if (row[3] === newest) row[3] = GAP.last;

const current = load(require.resolve('lcn/data/data.json')) as { code: string; name: string }[];
for (const { code, name } of current) {
  const known = divisions.has(`${code} ${name}`);
  note(code, name, LATEST);
  const row = divisions.get(`${code} ${name}`);
  if (row) row[3] = null;
  if (row && !known) row[2] = GAP.first;
}

const rows = [...divisions.values()].sort((a, b) => (a[0] + a[2] < b[0] + b[2] ? -1 : 1));
const target = new URL('../src/lexicon/divisions.json', import.meta.url);
writeFileSync(target, `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`);
