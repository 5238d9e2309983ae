/** Who reads the pages of the benchmark. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Block } from '@xxgk/extract/document';
import type { BenchPage, ReadPage } from './page.ts';

type Reading = Pick<ReadPage, 'text' | 'cells'>;

export interface Reader extends AsyncDisposable {
  read(page: BenchPage): Promise<Reading>;
}

export interface Subject {
  readonly name: string;
  /** @throws when the machine does not have it. */
  start(): Promise<Reader>;
}

const run = promisify(execFile);
const nothing = async (): Promise<void> => undefined;

/** Debian's `tesseract` on the image as it is, one thread. */
const native: Subject = {
  name: 'tesseract',
  async start() {
    await run('tesseract', ['--version']);
    return {
      async read({ image, dpi }) {
        const { stdout } = await run(
          'tesseract',
          [image, '-', '-l', 'chi_sim', '--dpi', String(dpi)],
          { env: { ...process.env, OMP_THREAD_LIMIT: '1' }, maxBuffer: 1e8 },
        );
        return { text: stdout, cells: [] };
      },
      [Symbol.asyncDispose]: nothing,
    };
  },
};

/** The package with its full model on the whole page, nothing prepared. */
const asItComes: Subject = {
  name: 'tesseract.js',
  async start() {
    const [{ createWorker, OEM }, model] = await Promise.all([
      import('tesseract.js'),
      import('@xxgk/ingest/ocr').then(({ tesseractModel }) => tesseractModel()),
    ]);
    const worker = await createWorker('chi_sim', OEM.LSTM_ONLY, {
      langPath: model,
      gzip: true,
      cacheMethod: 'none',
    });
    return {
      async read({ image }) {
        const { data } = await worker.recognize(image);
        return { text: data.text, cells: [] };
      },
      async [Symbol.asyncDispose]() {
        await worker.terminate();
      },
    };
  },
};

/** This program's reading of one page image. @param wanted Its engines; all when undefined. */
const own = (name: string, wanted?: string): Subject => ({
  name,
  async start() {
    const { openEngines, readScan } = await import('@xxgk/ingest/ocr');
    const engines = await openEngines(wanted);
    return {
      async read({ image, width, height, dpi }) {
        const page = { kind: 'scan', number: 1, image, width, height, dpi, reason: '' } as const;
        return readingOf((await readScan(page, engines)).blocks);
      },
      [Symbol.asyncDispose]: () => engines[Symbol.asyncDispose](),
    };
  },
});

export const subjects: readonly Subject[] = [
  own('xxgk'),
  own('xxgk-pp-ocr', 'pp-ocr'),
  own('xxgk-tesseract', 'tesseract.js'),
  asItComes,
  native,
];

export function readingOf(blocks: readonly Block[]): Reading {
  const body = blocks.filter(({ role }) => role !== 'folio' && role !== 'seal');
  const cells = body.flatMap((block) => (block.kind === 'table' ? block.cells : []));
  return {
    text: body.map(textOf).join('\n'),
    cells: cells.map(({ row, column, text, confidence = 1 }) => ({
      row,
      column,
      text,
      confidence,
    })),
  };
}

const textOf = (block: Block): string =>
  block.kind === 'table' ? block.cells.map(({ text }) => text).join('\n') : block.text;
