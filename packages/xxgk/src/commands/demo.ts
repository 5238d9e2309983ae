/** `xxgk demo`: reads the bundled documents, or any folder, and shows what was found in them. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentRecord } from '@xxgk/extract/record';
import { failureLine, reported } from '../failures.ts';
import { inOrder } from '../in-order.ts';
import { type FoundFile, walk } from '../ingest/walk.ts';
import type { Reading } from '../pipeline.ts';
import { checkOcr } from '../reader/check-ocr.ts';
import { Readers } from '../reader/readers.ts';
import { loadFile } from '../source-file.ts';
import { cut, table } from '../table.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';

export interface DemoOptions {
  /** Folder for the JSON. */
  readonly out: string;
  readonly json?: boolean;
}

interface Timed {
  readonly reading: Reading;
  readonly seconds: number;
}

const samples = fileURLToPath(new URL('../../../../samples', import.meta.url));

/** Columns that titles and names of agencies may take. */
const titleColumns = 30;
const agencyColumns = 22;

/** What lies in the folder of samples besides documents. */
const documentation = /\.md$/i;

const heading = [
  'file',
  'read by',
  'kind',
  'title 标题',
  'agency 机关',
  'year',
  'values',
  'checks',
  'seconds',
];

export async function demoCommand(
  folders: readonly string[],
  options: DemoOptions,
  terminal: Terminal,
): Promise<Exit> {
  await checkOcr();
  const found = await Array.fromAsync(walk(folders.length > 0 ? folders : [samples]));
  const files = found.filter(({ path }) => !documentation.test(path));
  const out = resolve(options.out);
  await mkdir(out, { recursive: true });
  await using readers = new Readers();
  const rows: string[][] = [];
  let failed = 0;
  terminal.say(`xxgk: reading ${files.length} documents …`);
  for await (const { item, value, error } of inOrder(files, timed(readers), readers.size)) {
    if (!value) {
      failed += 1;
      terminal.say(failureLine(reported(item.path, error), options.json === true));
      continue;
    }
    const target = join(out, `${basename(item.path)}.json`);
    await writeFile(target, `${JSON.stringify(value.reading.records, undefined, 2)}\n`);
    rows.push(...rowsOf(item.path, value));
  }
  terminal.out(`${table(heading, rows).join('\n')}\n\n`);
  terminal.out(
    `${files.length - failed} of ${files.length} read; the JSON lies in ${join(out, '<file>.json')}\n`,
  );
  return failed === 0 && files.length > 0 ? exit.well : exit.failed;
}

const timed =
  (readers: Readers) =>
  async ({ path, place }: FoundFile): Promise<Timed> => {
    const start = performance.now();
    const reading = await readers.read(await loadFile(path, null, place));
    await reading.unpacked?.[Symbol.asyncDispose]();
    return { reading, seconds: (performance.now() - start) / 1000 };
  };

function rowsOf(path: string, { reading, seconds }: Timed): string[][] {
  return reading.records.map((record, index) => [
    index === 0 ? basename(path) : '  ″',
    { text: 'text', ocr: 'OCR', mixed: 'text+OCR' }[record.source.read_by],
    record.kind,
    cut(record.title ?? '—', titleColumns),
    cut(record.agency?.name ?? '—', agencyColumns),
    yearOf(record),
    String(Object.keys(record.evidence).length),
    checksOf(record),
    index === 0 ? seconds.toFixed(1) : '',
  ]);
}

function yearOf(record: DocumentRecord): string {
  const year = record.kind === 'annual_report' ? record.report_year : null;
  return String(year ?? (record.issued_on ?? record.published_on)?.slice(0, 4) ?? '—');
}

/** `5/6`: five of the six that could be computed hold. */
function checksOf({ checks }: DocumentRecord): string {
  const computed = checks.filter(({ verdict }) => verdict !== 'not_computable');
  const holds = computed.filter(({ verdict }) => verdict === 'holds');
  return computed.length === 0 ? '—' : `${holds.length}/${computed.length}`;
}
