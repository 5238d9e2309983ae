/** Where a value of a record stands and why it is what it is, in words. */
import { isDeepStrictEqual } from 'node:util';
import type { Considered } from '@xxgk/extract';
import type { DocumentRecord, Evidence } from '@xxgk/extract/record';
import { doubtsAbout } from './explain-doubt.ts';

/** The Chinese labels of the fields that have one name in the field. */
const labels: Readonly<Record<string, string>> = {
  title: '标题',
  agency: '发布机关',
  published_on: '发布日期',
  issued_on: '成文日期',
  doc_number: '发文字号',
  report_year: '报告年度',
  addressees: '主送机关',
  signing_agencies: '署名机关',
  statistics: '统计数据',
  summary: '汇总',
  contact: '联系方式',
  interprets: '解读文件',
};

/**
 * Explains one value, e.g. `title` or `statistics.requests_received_total`.
 *
 * @param considered What was read for the record's fields and lost.
 * @returns lines; undefined when the record has no such key.
 */
export function explain(
  record: DocumentRecord,
  key: string,
  considered: readonly Considered[] = [],
): readonly string[] | undefined {
  const value = valueAt(record, key);
  if (value === undefined) return undefined;
  const first = key.split('.')[0] ?? key;
  const label = labels[first] === undefined ? '' : ` (${labels[first]})`;
  const evidence = evidenceUnder(record.evidence, key);
  return [
    `${key}${label} = ${JSON.stringify(value)}`,
    ...(evidence.length > 0
      ? [...evidence.flatMap(linesOf), ...doubtsAbout(record, key)]
      : [
          value === null
            ? '  the document does not say it'
            : '  no place in the document is recorded',
        ]),
    ...considered
      .filter(({ path }) => isUnder(path, key))
      .flatMap((other) => otherLines(other, plainValueAt(record, other.path))),
  ];
}

/** A value that was read elsewhere: it agrees, or it lost and why; and where it stands. */
const otherLines = (
  { path, value, evidence, lost }: Considered,
  chosen: unknown,
): readonly string[] => [
  isDeepStrictEqual(value, chosen)
    ? `  also read as ${JSON.stringify(value)}`
    : `  not ${JSON.stringify(value)}: ${lost}`,
  ...evidence.slice(0, 1).flatMap((one) => linesOf([path, one])),
];

/** A statistic is compared by its number. */
function plainValueAt(record: DocumentRecord, path: string): unknown {
  const found = valueAt(record, path);
  return typeof found === 'object' && found !== null && 'value' in found ? found.value : found;
}

const isUnder = (path: string, key: string): boolean =>
  path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`);

/** Keys of statistics hold dots themselves, so every way of cutting the path is tried. */
function valueAt(node: unknown, key: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  const children = node as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(children, key)) return children[key];
  for (let dot = key.indexOf('.'); dot >= 0; dot = key.indexOf('.', dot + 1)) {
    const head = key.slice(0, dot);
    if (!Object.hasOwn(children, head)) continue;
    const found = valueAt(children[head], key.slice(dot + 1));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Of the key itself, or of what stands below it: `agency` is explained by `agency.name`. */
function evidenceUnder(
  book: DocumentRecord['evidence'],
  key: string,
): readonly (readonly [string, Evidence])[] {
  return Object.entries(book)
    .filter(([path]) => isUnder(path, key))
    .flatMap(([path, found]) => found.map((evidence) => [path, evidence] as const));
}

function linesOf([path, { quote, place, rule, confidence }]: readonly [
  string,
  Evidence,
]): readonly string[] {
  const { page, block, start, end, box, cell } = place;
  const where = [
    `page ${page}`,
    `block ${block}`,
    `characters ${start}-${end}`,
    ...(cell ? [`row ${cell[0] + 1}, column ${cell[1] + 1}`] : []),
    ...(box ? [`box ${box.map((length) => Math.round(length)).join(' ')}`] : []),
    ...(place.path === null ? [] : [place.path]),
  ];
  return [
    `  ${path}`,
    `    quote       “${quote}”`,
    `    place       ${where.join(', ')}`,
    `    rule        ${rule}`,
    `    confidence  ${confidence}`,
  ];
}
