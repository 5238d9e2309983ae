/** What all engines have in common: the way of an image to them, and their end. */
import { OcrError } from '../../errors.ts';
import type { GreyImage, Layout, OcrEngine, OcrLine } from '../engine.ts';
import { assertWhole, isBlank } from './given-image.ts';

interface Parts extends Pick<OcrEngine, 'name' | 'fingerprint' | 'best'> {
  /** Reads one whole image that is not blank; whatever it throws becomes an {@link OcrError}. */
  recognise(image: GreyImage, layout: Layout): Promise<readonly OcrLine[]>;
  /** Called at once when the engine is closed: breaks off what is being read. */
  stop?(): void;
  /** Called when nothing is being read any more. */
  release?(): Promise<unknown>;
}

/** An engine that reads one image after the other, in the order in which it was asked. */
export function oneAtATime({ recognise, stop, release, ...about }: Parts): OcrEngine {
  let closing: Promise<unknown> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const read = async (image: GreyImage, layout: Layout): Promise<readonly OcrLine[]> => {
    if (closing) throw new OcrError(`${about.name} has been closed`);
    try {
      return await recognise(image, layout);
    } catch (cause) {
      if (cause instanceof OcrError) throw cause;
      throw new OcrError(`${about.name} fails: ${reasonOf(cause)}`);
    }
  };
  return {
    ...about,
    async read(image, layout) {
      assertWhole(image);
      if (isBlank(image)) return [];
      const result = last.then(() => read(image, layout));
      last = result.catch(() => undefined);
      return result;
    },
    async [Symbol.asyncDispose]() {
      if (!closing) {
        stop?.();
        closing = last.then(() => release?.());
      }
      await closing;
    },
  };
}

/** What an error says of itself. */
export const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
