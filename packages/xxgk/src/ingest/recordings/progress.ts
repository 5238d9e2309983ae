/** How far a recording has been taken apart; kept as the stamp of its row in the ledger. */
import { beginning, type Outcome, type Portion } from '@xxgk/ingest/warc';
import { z } from 'zod';

const progressSchema = z.object({
  /** Of the file; another one is another file, and taken apart from its beginning. */
  file: z.string(),
  /** Of all stages: under another one its records are added again. */
  version: z.string(),
  /** Null when all has been read. */
  next: z.object({ part: z.int(), offset: z.int(), inner: z.int() }).nullable(),
  records: z.int(),
  files: z.int(),
  /** Files that an earlier record has, by `revisit` or by their bytes. */
  revisits: z.int(),
  /** Responses that nothing is kept of, by the reason. */
  skipped: z.record(z.string(), z.int()),
  failed: z.int(),
  /** Hash of the bytes of a file that was kept. */
  witness: z.string().nullable(),
});

export type RecordingProgress = z.infer<typeof progressSchema>;

export interface FileVersion {
  readonly file: string;
  readonly version: string;
}

export const emptyProgress: RecordingProgress = {
  file: '',
  version: '',
  next: beginning,
  records: 0,
  files: 0,
  revisits: 0,
  skipped: {},
  failed: 0,
  witness: null,
};

/** What is known of this file; from its beginning where nothing is. */
export function progressOf(stamp: string | null, of: FileVersion): RecordingProgress {
  const found = stamp === null ? undefined : parsed(stamp);
  const same = found?.file === of.file && found.version === of.version;
  return same ? found : { ...emptyProgress, ...of };
}

/** @param missing Revisits of what is not in the archive. */
export function withPortion(
  before: RecordingProgress,
  { outcomes, records, next }: Portion,
  missing: ReadonlySet<Outcome> = new Set(),
): RecordingProgress {
  const skipped = { ...before.skipped };
  const skip = (why: string): void => {
    skipped[why] = (skipped[why] ?? 0) + 1;
  };
  let { files, revisits, failed, witness } = before;
  for (const outcome of outcomes) {
    if (outcome.kind === 'skipped') skip(outcome.why);
    else if (outcome.kind === 'failed') failed += 1;
    else if (outcome.kind === 'file') [files, witness] = [files + 1, outcome.file.sha256];
    else if (missing.has(outcome)) skip('revisit-unknown');
    else revisits += 1;
  }
  const counted = { records: before.records + records, files, revisits, failed };
  return { ...before, ...counted, next: next ?? null, skipped, witness };
}

export const stampOf = (progress: RecordingProgress): string => JSON.stringify(progress);

function parsed(stamp: string): RecordingProgress | undefined {
  if (!stamp.startsWith('{')) return undefined;
  return progressSchema.safeParse(JSON.parse(stamp)).data;
}
