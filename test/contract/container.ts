/** How a container must behave, whatever its format. Each calls this with archives of its own. */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { containerOf, containers, IngestError, parsers, type SourceFile } from '@xxgk/ingest';
import { openContainer } from '@xxgk/ingest/containers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dice } from '../recipes/random.ts';

export type Container = (typeof containers)[number];
type Opened = Awaited<ReturnType<typeof openContainer>>;

/** A good archive, its files by name in natural order. */
export interface ArchiveSample {
  readonly name: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly files: Readonly<Record<string, string>>;
}

export const archiveFile = (bytes: Uint8Array, fileName: string, depth = 0): SourceFile => ({
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  url: null,
  fileName,
  declaredType: null,
  declaredCharset: null,
  fetchedAt: null,
  ...(depth > 0 && { container: { sha256: '0'.repeat(64), member: fileName, depth } }),
});

/** Opens an archive as the pipeline does. */
export async function open(
  bytes: Uint8Array,
  fileName: string,
  scratch: string,
  depth = 0,
): Promise<Opened> {
  const container = containerOf(bytes, fileName);
  if (!container) throw new Error(`No container recognises ${fileName}`);
  return openContainer(archiveFile(bytes, fileName, depth), container, scratch);
}

/** What lies in the scratch folder, for the files of an archive by their names. */
export async function contents(
  { members = [] }: Opened,
  scratch: string,
): Promise<Record<string, string>> {
  const read = members.map(async ({ name, sha256 }): Promise<[string, string]> => {
    const bytes = sha256 === null ? undefined : await readFile(join(scratch, sha256));
    return [name, bytes?.toString('utf8') ?? ''];
  });
  return Object.fromEntries(await Promise.all(read));
}

export const failuresOf = ({ members = [] }: Opened): Record<string, string> =>
  Object.fromEntries(
    members.flatMap(({ name, failure }) => (failure ? [[name, failure.code] as const] : [])),
  );

const cuts = 12;
const flips = 40;

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

/** Of the files that are said to be whole; none where the archive is refused. */
async function wholeTexts(
  file: SourceFile,
  container: Container,
  scratch: string,
  what: string,
): Promise<readonly string[]> {
  try {
    const opened = await openContainer(file, container, scratch);
    const lost = failuresOf(opened);
    const found = Object.entries(await contents(opened, scratch));
    return found.flatMap(([name, text]) => (Object.hasOwn(lost, name) ? [] : [text]));
  } catch (error) {
    expect(error, what).toBeInstanceOf(IngestError);
    return [];
  }
}

async function checkDamaged(
  container: Container,
  { bytes, fileName, files }: Omit<ArchiveSample, 'name'>,
  scratch: string,
): Promise<void> {
  for (const [what, broken] of damaged(bytes)) {
    if (containerOf(broken, fileName) !== container) continue;
    const texts = await wholeTexts(archiveFile(broken, fileName), container, scratch, what);
    // TAR knows no checksums of contents.
    if (container.name === 'tar') continue;
    for (const text of texts) expect(Object.values(files), what).toContain(text);
  }
}

/** Each archive of files that are told apart by their content. */
export function containerContract(container: Container, samples: readonly ArchiveSample[]): void {
  describe(`container ${container.name}`, () => {
    let scratch = '';
    beforeEach(async () => {
      scratch = await mkdtemp(join(tmpdir(), `xxgk-${container.name}-`));
    });
    afterEach(() => rm(scratch, { recursive: true }));

    describe.each(samples)('$name', ({ fileName, bytes, files }) => {
      test('is recognised by its bytes, whatever it is called, and by nobody else', () => {
        for (const name of [fileName, null, 'download', 'report.html', 'report.doc']) {
          expect(containerOf(bytes, name)?.name).toBe(container.name);
        }
        const head = bytes.subarray(0, 4096);
        const all = [...parsers, ...containers];
        const others = all.filter((each) => each.recognises(head, { fileName: null }));
        expect(others.map(({ name }) => name)).toEqual([container.name]);
      });

      test('gives its files in natural order, under the hashes of their bytes', async () => {
        const opened = await open(bytes, fileName, scratch);
        expect(Object.entries(await contents(opened, scratch))).toEqual(Object.entries(files));
        expect(failuresOf(opened)).toEqual({});
        expect(opened.pages.flatMap(({ blocks }) => blocks.map((block) => block.kind))).toEqual(
          Object.keys(files).map(() => 'paragraph'),
        );
        expect(opened.stages).toMatchObject({ [`container.${container.name}`]: container.version });
      });

      test('gives the same again, and leaves nothing else in the folder', async () => {
        const first = await open(bytes, fileName, scratch);
        const second = await open(bytes, fileName, scratch);
        expect(second).toEqual(first);
        const hashes = new Set(first.members?.map(({ sha256 }) => sha256));
        expect(new Set(await readdir(scratch))).toEqual(hashes);
      });

      test('damaged, its files are whole, or told as lost, or it is refused with a code', async () => {
        await checkDamaged(container, { bytes, fileName, files }, scratch);
      });
    });
  });
}
