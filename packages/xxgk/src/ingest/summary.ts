/** What a run says at its end: counts, and failures by code with what to do. */
import type { Ledger, Summary } from '@xxgk/store';

/** Failures of one code that are named one by one; the rest are in the store's quarantine. */
const examples = 3;

interface Example {
  readonly file: string;
  readonly message: string;
}

export interface RunSummary {
  readonly files: number;
  readonly stored: number;
  readonly unchanged: number;
  /** Files whose bytes another file has too. */
  readonly duplicates: number;
  readonly failed: number;
  /** Not read yet, where the run was stopped. */
  readonly left: number;
  readonly seconds: number;
  readonly failures: readonly {
    readonly code: string;
    readonly files: number;
    readonly examples: readonly Example[];
  }[];
}

export function summaryOf(ledger: Ledger, run: number, seconds: number): RunSummary {
  const { total, byState, failures }: Summary = ledger.summary(run);
  return {
    files: total.files,
    stored: byState.stored.files,
    unchanged: byState.unchanged.files,
    duplicates: byState.duplicate.files,
    failed: byState.quarantined.files,
    left: [byState.queued, byState.waiting, byState.leased, byState.held].reduce(
      (sum, { files }) => sum + files,
      0,
    ),
    seconds: Number(seconds.toFixed(1)),
    failures: failures.map(({ code, files }) => ({
      code,
      files,
      examples: Iterator.from(ledger.failures({ run, code }))
        .take(examples)
        .map(({ sourceId, message }) => ({ file: sourceId, message }))
        .toArray(),
    })),
  };
}

export function summaryLines(summary: RunSummary): readonly string[] {
  const { files, stored, unchanged, duplicates, failed, left, seconds, failures } = summary;
  const counts = [
    `${stored} stored`,
    `${unchanged} unchanged`,
    ...(duplicates > 0 ? [`${duplicates} with the bytes of another`] : []),
    `${failed} failed`,
    ...(left > 0 ? [`${left} left`] : []),
  ];
  return [
    `xxgk: ${files} files in ${seconds} s: ${counts.join(', ')}`,
    ...failures.flatMap(({ code, files: count, examples: shown }) => [
      `  ${code}: ${count}`,
      ...shown.map(({ file, message }) => `    ${file}: ${message}`),
      ...(count > shown.length ? [`    … and ${count - shown.length} more`] : []),
    ]),
    ...(failed > 0
      ? ['  Bytes and reasons are kept; `xxgk retry` tries them again, `--code` only some of them.']
      : []),
  ];
}
