/** Looks through an archive inside another one, and keeps nothing: only its limits are of interest. */
import type { Container } from '../container.ts';
import { ContainerError, isLimit } from '../errors.ts';
import { containerOf } from '../index.ts';
import { depthLimit, memberLimit } from '../limits.ts';
import type { Meter } from './meter.ts';

/** Bytes by which a file is recognised. */
const headLength = 4096;

/**
 * @param depth Archives around this one.
 * @param meter Of all that lies deeper than in the outermost archive.
 * @returns the limit that this archive breaks; what else is wrong is found when it is opened.
 */
export async function survey(
  container: Container,
  bytes: Uint8Array,
  depth: number,
  meter: Meter,
): Promise<ContainerError | undefined> {
  try {
    await pass(container, bytes, depth, meter);
    return undefined;
  } catch (error) {
    if (error instanceof ContainerError && isLimit(error)) {
      return error.about(`This ${container.label} archive`);
    }
    if (error instanceof ContainerError) return undefined;
    throw error;
  }
}

async function pass(
  container: Container,
  bytes: Uint8Array,
  depth: number,
  meter: Meter,
): Promise<void> {
  // It will not be opened.
  if (depth >= depthLimit) return;
  for await (const { content } of container.entries(bytes, null)) {
    meter.entry();
    const inner = await keptIfContainer(content(), meter).catch(onlyLimits);
    if (inner) await pass(inner.container, inner.bytes, depth + 1, meter).catch(onlyLimits);
  }
}

/** What else is wrong with a file is found when it is unpacked. */
function onlyLimits(error: unknown): undefined {
  if (error instanceof ContainerError && !isLimit(error)) return undefined;
  throw error;
}

/** Counts the bytes of a file; they are kept only where they are an archive again. */
async function keptIfContainer(
  content: AsyncIterable<Uint8Array>,
  meter: Meter,
): Promise<{ readonly container: Container; readonly bytes: Uint8Array } | undefined> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  let container: Container | undefined;
  let decided = false;
  for await (const piece of content) {
    meter.bytes(piece.length);
    size += piece.length;
    if (decided && !container) continue;
    pieces.push(piece);
    if (decided || size < headLength) continue;
    decided = true;
    container = containerOf(Buffer.concat(pieces), null);
    if (!container) pieces = [];
  }
  if (!decided) container = containerOf(Buffer.concat(pieces), null);
  return container && size <= memberLimit ? { container, bytes: Buffer.concat(pieces) } : undefined;
}
