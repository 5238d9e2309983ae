/** Engines behind another program or machine: whatever that one does, it is an error with a reason. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GreyImage, Layout } from '@xxgk/ingest/ocr';
import {
  createHttpEngine,
  createNativeTesseractEngine,
  nativeTesseractEngine,
} from '@xxgk/ingest/ocr/engines';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { json, startOcrServer } from '../servers/ocr-server.ts';

/** A black bar on white paper: something to read. */
const image: GreyImage = {
  width: 100,
  height: 50,
  data: new Uint8Array(5000).fill(255).fill(0, 1000, 1100),
  dpi: 200,
};

const character = { text: '7', confidence: 0.9, box: [10, 5, 30, 40] };
const second = { ...character, box: [40, 5, 60, 40] };
const lineOf = (...characters: unknown[]) => ({ lines: [{ characters }] });

const answers =
  (body: unknown) =>
  (response: ServerResponse): void =>
    json(response, 200, body);

const failure = { code: 'ocr/engine', remedy: 'retry' };

describe('an OCR server', () => {
  const faults: [name: string, answer: (response: ServerResponse) => void, says: RegExp][] = [
    ['that fails', (response) => json(response, 500, { error: 'no GPU' }), /500.*no GPU/u],
    ['that sends elsewhere', (response) => response.writeHead(302, { location: '/' }).end(), /302/],
    ['that speaks no JSON', (response) => response.end('<html>'), /no JSON/u],
    [
      'that breaks off in the middle',
      (response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('{"lines":[');
        response.socket?.end();
      },
      /./u,
    ],
    ['that answers without end', flood, /./u],
    ['without lines', answers({ text: '7' }), /at lines/u],
    ['whose line has no characters', answers(lineOf()), /at lines.0.characters/u],
    ['whose character is empty', answers(lineOf({ ...character, text: '' })), /0.text/u],
    ['that is surer than sure', answers(lineOf({ ...character, confidence: 98 })), /0.confidence/u],
    ['with half a box', answers(lineOf({ ...character, box: [1, 2, 3] })), /0.box/u],
    ['with a box inside out', answers(lineOf({ ...character, box: [30, 5, 10, 40] })), /0.box/u],
    ['with a box off the image', answers(lineOf({ ...character, box: [1, 1, 101, 9] })), /beyond/u],
    ['that reads backwards', answers(lineOf(second, character)), /stands before/u],
    ['whose lines go up', answers({ lines: [low, high] }), /stands above/u],
    ['with a letter in a number', answers(lineOf({ ...character, text: 'o' })), /in a number/u],
  ];

  test.each(faults)('%s is a failed engine', async (_, answer, says) => {
    await using server = await startOcrServer(answer);
    await using engine = await createHttpEngine({ url: server.url, patience: 5000 });
    const reading = engine.read(image, 'number');
    await expect(reading).rejects.toMatchObject({
      ...failure,
      message: expect.stringMatching(says),
    });
  });

  test('that never answers is a failed engine', async () => {
    await using server = await startOcrServer(() => undefined);
    await using engine = await createHttpEngine({ url: server.url, patience: 200 });
    await expect(engine.read(image, 'line')).rejects.toMatchObject(failure);
  });

  test('that is closed while it is asked, or is gone, is a failed engine', async () => {
    const server = await startOcrServer(() => undefined);
    await using engine = await createHttpEngine({ url: server.url });
    const reading = engine.read(image, 'line');
    const failed = expect(reading).rejects.toMatchObject(failure);
    await expect.poll(() => server.asked.length).toBe(1);
    await server[Symbol.asyncDispose]();
    await failed;
    await expect(engine.read(image, 'line')).rejects.toMatchObject(failure);
    await expect(createHttpEngine({ url: server.url })).rejects.toMatchObject(failure);
  });

  test('is not waited for when the engine is closed', async () => {
    await using server = await startOcrServer(() => undefined);
    const engine = await createHttpEngine({ url: server.url });
    const failed = expect(engine.read(image, 'line')).rejects.toMatchObject(failure);
    await expect.poll(() => server.asked.length).toBe(1);
    await engine[Symbol.asyncDispose]();
    await failed;
  });

  test('is told layout and resolution, and answers with alternatives', async () => {
    const alternatives = [{ text: '1', confidence: 0.1 }];
    await using server = await startOcrServer(answers(lineOf({ ...character, alternatives })));
    await using engine = await createHttpEngine({ url: server.url });
    expect(await engine.read(image, 'number')).toMatchObject([
      { text: '7', confidence: 0.9, box: character.box, characters: [{ alternatives }] },
    ]);
    expect(await engine.read({ ...image, dpi: null }, 'block')).toHaveLength(1);
    expect(server.asked).toEqual([
      { layout: 'number', dpi: '200' },
      { layout: 'block', dpi: null },
    ]);
  });

  test('that finds nothing has found nothing', async () => {
    await using server = await startOcrServer(answers({ lines: [] }));
    await using engine = await createHttpEngine({ url: server.url });
    expect(await engine.read(image, 'line')).toEqual([]);
  });
});

const high = { characters: [{ ...character, box: [10, 0, 30, 10] }] };
const low = { characters: [{ ...character, box: [10, 30, 30, 40] }] };

function flood(response: ServerResponse): void {
  response.writeHead(200);
  const piece = ' '.repeat(1_000_000);
  const pour = (): void => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once('drain', pour);
  };
  pour();
}

const absence = nativeTesseractEngine.absence();

// A program of the name stands in for it; its version and model are those of the real one.
describe.skipIf(absence !== null)(`native tesseract (skipped where it is absent)`, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocr-engine-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function withProgram(script: string, deadline = 10_000) {
    const program = join(folder, `tesseract-${Math.random()}`);
    await writeFile(program, `#!/bin/sh\n${script}\n`);
    await chmod(program, 0o755);
    return createNativeTesseractEngine({ program, deadline });
  }

  const faults: [name: string, script: string, says: RegExp][] = [
    ['ends with a status', 'cat >/dev/null; echo "no such model" >&2; exit 1', /1.*no such model/u],
    ['ends before it has read', 'exit 3', /exit status 3/u],
    ['crashes', 'kill -SEGV $$', /SIGSEGV/u],
    ['hangs', 'exec sleep 60', /SIGKILL/u],
  ];

  test.each(faults)('that %s is a failed engine', async (name, script, says) => {
    await using engine = await withProgram(script, name === 'hangs' ? 300 : 10_000);
    await expect(engine.read(image, 'line')).rejects.toMatchObject({
      ...failure,
      message: expect.stringMatching(says),
    });
  });

  test('that cannot be started is a failed engine', async () => {
    await using engine = await createNativeTesseractEngine({ program: join(folder, 'none') });
    await expect(engine.read(image, 'line')).rejects.toMatchObject(failure);
  });

  test('has one thread, and is killed when the engine is closed', async () => {
    const note = join(folder, 'note');
    const engine = await withProgram(`echo $$ $OMP_THREAD_LIMIT > ${note}; exec sleep 60`, 60_000);
    const failed = expect(engine.read(image, 'line')).rejects.toMatchObject(failure);
    const noted = (): Promise<string> => readFile(note, 'utf8').catch(() => '');
    await expect.poll(noted).toMatch(/^\d+ 1\n$/u);
    await engine[Symbol.asyncDispose]();
    await failed;
    const [pid] = (await noted()).split(' ');
    expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  });

  test.each<[layout: Layout]>([['line'], ['number']])(
    'that finds nothing has found nothing, as %s',
    async (layout) => {
      await using engine = await withProgram('cat >/dev/null; echo "<div class=ocr_page></div>"');
      expect(await engine.read(image, layout)).toEqual([]);
    },
  );
});
