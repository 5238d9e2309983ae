/** How a parser must behave, whatever it reads. Each format's tests call this with its own files. */
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import type { Block, Cell, Segment } from '@xxgk/extract/document';
import { decode, IngestError, type Parsed, type Parser, parsers } from '@xxgk/ingest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dice } from '../recipes/random.ts';
import { parsed, sourceFile } from './reading.ts';

/** A good file of a format, made when the tests run. */
export interface Sample {
  readonly name: string;
  readonly fileName: string;
  make(): Promise<Uint8Array> | Uint8Array;
}

const cuts = 12;
const flips = 24;

/** The result without what depends on the folder it was made in. */
const comparable = (found: Parsed, scratch: string): unknown =>
  JSON.parse(JSON.stringify(found).replaceAll(scratch, ''));

function damaged(bytes: Uint8Array): [what: string, bytes: Uint8Array][] {
  const random = dice(bytes.length);
  const cutOff = Array.from({ length: cuts }, (_, at): [string, Uint8Array] => {
    const length = Math.floor((bytes.length * (at + 1)) / (cuts + 1));
    return [`cut off after ${length} bytes`, bytes.slice(0, length)];
  });
  const flipped = Array.from({ length: flips }, (): [string, Uint8Array] => {
    const copy = new Uint8Array(bytes);
    const at = random.roll(8, copy.length - 1);
    copy[at] = (copy[at] ?? 0) ^ (1 << random.roll(0, 7));
    return [`one bit flipped at ${at}`, copy];
  });
  return [...cutOff, ...flipped];
}

function checkSegments(text: string, segments: readonly Segment[] | undefined): void {
  let end = 0;
  for (const segment of segments ?? []) {
    expect(segment.start).toBeGreaterThanOrEqual(end);
    expect(segment.end).toBeGreaterThan(segment.start);
    end = segment.end;
  }
  expect(end).toBeLessThanOrEqual(text.length);
}

function checkCells(cells: readonly Cell[], rows: number, columns: number): void {
  const covered = new Set<string>();
  for (const cell of cells) {
    expect(cell.row + cell.rowSpan).toBeLessThanOrEqual(rows);
    expect(cell.column + cell.columnSpan).toBeLessThanOrEqual(columns);
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
        expect(covered, 'two cells cover one place').not.toContain(`${row},${column}`);
        covered.add(`${row},${column}`);
      }
    }
    checkSegments(cell.raw ?? cell.text, cell.segments);
  }
}

function checkBlock(block: Block): void {
  if (block.kind === 'table') checkCells(block.cells, block.rows, block.columns);
  else if (block.kind !== 'figure') {
    expect(block.text.trim()).not.toBe('');
    checkSegments(block.raw ?? block.text, block.segments);
  }
}

function checkResult(found: Parsed, scratch: string): void {
  expect(found.pages.map((page) => page.number)).toEqual(found.pages.map((_, at) => at + 1));
  if (found.pageCount !== null) expect(found.pages).toHaveLength(found.pageCount);
  for (const page of found.pages) {
    if (page.kind === 'text') for (const block of page.blocks) checkBlock(block);
    else {
      const inside = relative(scratch, page.image);
      expect(inside.startsWith('..') || isAbsolute(inside)).toBe(false);
    }
  }
}

export function parserContract(parser: Parser, samples: readonly Sample[]): void {
  describe(`parser ${parser.name}`, () => {
    let scratch = '';
    beforeAll(async () => {
      scratch = await mkdtemp(join(tmpdir(), `xxgk-${parser.name}-`));
    });
    afterAll(() => rm(scratch, { recursive: true }));

    describe.each(samples)('$name', ({ fileName, make }) => {
      let bytes = new Uint8Array();
      beforeAll(async () => {
        bytes = new Uint8Array(await make());
      });

      test('is recognised by its bytes, whatever it is called', () => {
        for (const name of [fileName, null, 'download', 'report.html', 'report.txt']) {
          const head = bytes.subarray(0, 4096);
          const first = parsers.find((each) => each.recognises(head, { fileName: name }));
          expect(first?.name).toBe(parser.name);
        }
      });

      test('is read into a sound result that names the stage', async () => {
        const found = await parsed(bytes, fileName, scratch);
        checkResult(found, scratch);
        expect(found.stages).toEqual({ [`parse.${parser.name}`]: parser.version });
        expect(found.pages.length).toBeGreaterThan(0);
        for (const page of found.pages) if (page.kind === 'scan') await access(page.image);
      });

      test('gives the same result again, and leaves the bytes alone', async () => {
        const before = new Uint8Array(bytes);
        const first = await parsed(bytes, fileName, scratch);
        const second = await parsed(bytes, fileName, scratch);
        expect(comparable(second, scratch)).toEqual(comparable(first, scratch));
        expect(Buffer.from(bytes).equals(before)).toBe(true);
      });

      test('damaged, it is read or refused with an error of ours', {
        timeout: 120_000,
      }, async () => {
        for (const [what, broken] of damaged(bytes)) {
          try {
            const { decoded } = decode(sourceFile(broken, fileName), [parser]);
            checkResult(await parser.parse(decoded, { scratch }), scratch);
          } catch (error) {
            expect(error, what).toBeInstanceOf(IngestError);
          }
        }
      });
    });
  });
}
