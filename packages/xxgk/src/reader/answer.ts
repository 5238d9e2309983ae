/** What a reader process does: the pipeline, or the part of it that a job asks for. */
import type { SourceFile } from '@xxgk/ingest';
import { type ReadScan, read, recordsOf, stages } from '../pipeline.ts';
import type { Ask } from '../worker/serve.ts';
import type { ReaderJob, ScanQuestion } from './job.ts';

export async function answer(message: unknown, ask: Ask): Promise<unknown> {
  const job = message as ReaderJob;
  switch (job.do) {
    case 'read':
      return read(withPlainBytes(job.file), {
        scratch: job.scratch,
        readScan: async (page) => {
          const question: ScanQuestion = { page };
          return (await ask(question)) as ReadScan;
        },
      });
    case 'extract':
      return recordsOf(job.document);
    case 'stages':
      return stages();
    default:
      throw new TypeError(`Unknown job ${job satisfies never}`);
  }
}

/** A view that is no Buffer: some parsers refuse those. */
function withPlainBytes(file: SourceFile): SourceFile {
  const { buffer, byteOffset, byteLength } = file.bytes;
  return { ...file, bytes: new Uint8Array(buffer, byteOffset, byteLength) };
}
