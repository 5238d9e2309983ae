/** Unpacks an archive into files that are read as documents of their own. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../../stage.ts';
import type { Container, Entry, RawName } from '../container.ts';
import { ContainerError, isLimit } from '../errors.ts';
import { containerOf } from '../index.ts';
import { depthLimit } from '../limits.ts';
import { isJunk } from './junk.ts';
import { listed, type Outcome, type Unpacked } from './listing.ts';
import { dropMember, writeMember } from './member-file.ts';
import { Meter } from './meter.ts';
import { survey } from './survey.ts';

/**
 * Writes each file of an archive into the scratch folder, under the hash of its bytes.
 *
 * A file that cannot be unpacked is listed with its failure, and does not stop the others.
 *
 * @throws {ContainerError} when the archive is none, holds nothing, or breaks a limit.
 */
export async function unpack(
  file: SourceFile,
  container: Container,
  scratch: string,
): Promise<Unpacked> {
  const what = `This ${container.label} archive`;
  try {
    const depth = file.container?.depth ?? 0;
    if (depth >= depthLimit) throw new ContainerError('too-deep');
    const { outcomes, broken } = await unpackAll(file, container, scratch);
    const surveyed = await withSurveys(outcomes, scratch, depth + 1, file.bytes.length);
    return listed(surveyed, broken?.about(what));
  } catch (error) {
    throw error instanceof ContainerError ? error.about(what) : error;
  }
}

/** @returns with what ended the archive early, where something did. */
async function unpackAll(
  file: SourceFile,
  container: Container,
  scratch: string,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly broken?: ContainerError }> {
  const meter = new Meter(file.bytes.length);
  const outcomes: Outcome[] = [];
  try {
    for await (const entry of container.entries(file.bytes, file.fileName)) {
      meter.entry();
      const outcome = await outcomeOf(entry, scratch, outcomes.length, meter);
      if (outcome) outcomes.push(outcome);
    }
  } catch (error) {
    // What does not match its checksum as a whole may be wrong in any place.
    const keeps = error instanceof ContainerError && error.fault !== 'checksum' && !isLimit(error);
    if (!keeps || !outcomes.some((outcome) => outcome.file)) throw error;
    return { outcomes, broken: error };
  }
  return { outcomes };
}

async function outcomeOf(
  entry: Entry,
  scratch: string,
  number: number,
  meter: Meter,
): Promise<Outcome | undefined> {
  const { name, kind } = entry;
  if (kind !== 'file' || isJunk(asAscii(name))) {
    await passOver(entry, meter);
    return kind === 'folder' ? undefined : { name, skipped: true };
  }
  try {
    const file = await writeMember(entry.content(), scratch, number, meter);
    return file.bytes === 0 ? { name, skipped: true } : { name, file };
  } catch (error) {
    await dropMember(scratch, number);
    if (!(error instanceof ContainerError) || isLimit(error)) throw error;
    return { name, failure: error.about('This file') };
  }
}

/** What nobody wants is unpacked all the same, where what follows cannot be had without it. */
async function passOver({ content }: Entry, meter: Meter): Promise<void> {
  try {
    for await (const piece of content()) meter.bytes(piece.length);
  } catch (error) {
    if (!(error instanceof ContainerError) || isLimit(error)) throw error;
  }
}

/** Good enough to find ASCII in it: the charset is known only when all names are. */
const asAscii = (name: RawName): string =>
  (typeof name === 'string' ? name : name.toString('latin1')).replaceAll('\\', '/');

/**
 * Archives in the archive are opened when their turn comes; that all of them together keep to the
 * limits is found out now, while what is in them is a function of the one archive.
 */
async function withSurveys(
  outcomes: readonly Outcome[],
  scratch: string,
  depth: number,
  packed: number,
): Promise<readonly Outcome[]> {
  const meter = new Meter(packed);
  const surveyed: Outcome[] = [];
  for (const outcome of outcomes) {
    const { file } = outcome;
    const inner = file && containerOf(file.head, null);
    const failure =
      inner && (await survey(inner, await readFile(join(scratch, file.sha256)), depth, meter));
    surveyed.push(failure ? { name: outcome.name, failure } : outcome);
  }
  return surveyed;
}
