/**
 * Which bytes are only an earlier version of their source. What was read from them stays in the
 * archive, and is left out of datasets.
 *
 * The newest version of a source is what was had last (a recording that is read today may be of years
 * ago); of local files, which have no time, what was captured last. Bytes that are the newest version
 * of any source count as current, and the files of an archive are as old as the archive.
 */
import type { Archive } from '../archive/archive.ts';
import type { Capture } from '../archive/capture.ts';

/** Archives in each other at most, as they are unpacked. */
const mostDepth = 4;

/** Hashes of bytes; only they are kept in memory. @throws {StoreError} when the archive fails. */
export async function supersededIn(archive: Archive): Promise<ReadonlySet<string>> {
  const former = await earlierVersions(archive);
  if (former.size === 0) return former;
  await keepStanding(archive, former);
  for (let depth = 0; depth < mostDepth; depth += 1) {
    if (!(await addMembers(archive, former))) break;
  }
  await keepStanding(archive, former);
  return former;
}

/** Bytes that some source gave before it gave others. */
async function earlierVersions(archive: Archive): Promise<Set<string>> {
  const former = new Set<string>();
  for await (const captures of bySource(archive)) {
    const hashes = new Set(captures.map(({ sha256 }) => sha256));
    if (hashes.size === 1) continue;
    const newest = await archive.spokenFor(newestOf(captures).sha256);
    for (const hash of hashes) {
      const spoken = await archive.spokenFor(hash);
      if (spoken !== newest) former.add(spoken);
    }
  }
  return former;
}

/** Takes out what some source still gives. */
async function keepStanding(archive: Archive, former: Set<string>): Promise<void> {
  const standing = new Set<string>();
  for await (const captures of bySource(archive)) {
    const newest = newestOf(captures);
    if (newest.archive && former.has(newest.archive.sha256)) continue;
    const spoken = await archive.spokenFor(newest.sha256);
    if (former.has(spoken)) standing.add(spoken);
  }
  for (const hash of standing) former.delete(hash);
}

/** Adds the files of archives that are themselves superseded. @returns whether there were any. */
async function addMembers(archive: Archive, former: Set<string>): Promise<boolean> {
  const before = former.size;
  for await (const captures of bySource(archive)) {
    const newest = newestOf(captures);
    if (!newest.archive || !former.has(newest.archive.sha256)) continue;
    former.add(await archive.spokenFor(newest.sha256));
  }
  return former.size > before;
}

function newestOf([first, ...later]: readonly [Capture, ...Capture[]]): Capture {
  let newest = first;
  for (const capture of later) {
    if ((capture.fetched_at ?? '') >= (newest.fetched_at ?? '')) newest = capture;
  }
  return newest;
}

/** Captures of each source, oldest first. */
async function* bySource(archive: Archive): AsyncIterable<readonly [Capture, ...Capture[]]> {
  let captures: [Capture, ...Capture[]] | undefined;
  for await (const capture of archive.allCaptures()) {
    if (captures?.[0].source_id === capture.source_id) {
      captures.push(capture);
      continue;
    }
    if (captures) yield captures;
    captures = [capture];
  }
  if (captures) yield captures;
}
