/** What `xxgk extract` is to read: files, addresses, and the files in recordings, one by one. */
import type { SourceFile } from '@xxgk/ingest';
import { IngestError } from '@xxgk/ingest/errors';
import { beginning, type Portion } from '@xxgk/ingest/warc';
import { emptyProgress, withPortion } from '../ingest/recordings/progress.ts';
import { recordingAt } from '../ingest/recordings/recognise.ts';
import { recordingLine, reportOf } from '../ingest/recordings/report.ts';
import { ToldError } from '../worker/failure.ts';

/** One thing to be read. */
export interface ExtractInput {
  /** Path or address, for messages. */
  readonly subject: string;
  /** @throws {IngestError} when it cannot be had. */
  readonly load: () => Promise<SourceFile>;
}

/**
 * @param load Gets the file of a path or an address.
 * @param told Given one line about each recording.
 */
export async function* extractInputs(
  inputs: readonly string[],
  load: (input: string) => Promise<SourceFile>,
  told: (line: string) => void,
): AsyncGenerator<ExtractInput> {
  for (const input of inputs) {
    const kind = webAddress.test(input) ? undefined : await recordingAt(input);
    if (!kind) yield { subject: input, load: () => load(input) };
    else {
      const { RecordingReader } = await import('../ingest/recordings/recording-reader.ts');
      await using reader = new RecordingReader();
      yield* recorded(input, reader.portions({ path: input, kind, from: beginning }), told);
    }
  }
}

/** How an input says that it is an address. */
export const webAddress = /^https?:\/\//i;

async function* recorded(
  path: string,
  portions: AsyncIterable<Portion>,
  told: (line: string) => void,
): AsyncGenerator<ExtractInput> {
  let progress = emptyProgress;
  try {
    for await (const portion of portions) {
      progress = withPortion(progress, portion);
      yield* inputsOf(path, portion);
    }
    told(recordingLine(reportOf(path, progress, 'read')));
  } catch (error) {
    if (!(error instanceof IngestError)) throw error;
    yield { subject: path, load: () => Promise.reject(error) };
  }
}

function* inputsOf(path: string, { outcomes }: Portion): Generator<ExtractInput> {
  for (const outcome of outcomes) {
    if (outcome.kind === 'file') {
      const { file } = outcome;
      yield { subject: file.url ?? path, load: async () => file };
    } else if (outcome.kind === 'failed') {
      const { url, code, message } = outcome;
      const load = () => Promise.reject(new ToldError({ code, message, remedy: 'give-up' }));
      yield { subject: url ?? path, load };
    }
  }
}
