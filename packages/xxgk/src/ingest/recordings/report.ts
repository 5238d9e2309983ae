/** What a run says about a recording at its end. */
import type { RecordingProgress } from './progress.ts';

export interface RecordingReport {
  /** Source id of the recording. */
  readonly recording: string;
  /** `stopped`: the same command goes on. `failed`: it is in quarantine, with its code. */
  readonly end: 'read' | 'unchanged' | 'stopped' | 'failed';
  /** Of all types; those that could not be read left out. */
  readonly records: number;
  /** Responses that may be documents. */
  readonly files: number;
  /** Records that say that an address gave again what an earlier one holds. */
  readonly revisits: number;
  readonly failed: number;
  /** Responses of which nothing is kept, by the reason. */
  readonly skipped: Readonly<Record<string, number>>;
}

export function reportOf(
  recording: string,
  { records, files, revisits, failed, skipped }: RecordingProgress,
  end: RecordingReport['end'],
): RecordingReport {
  return { recording, end, records, files, revisits, failed, skipped };
}

/** In the order of this list; what is not in it comes last, as it is called. */
const reasons: Readonly<Record<string, string>> = {
  redirect: 'redirects',
  status: 'answers other than 200',
  'error-page': 'error pages',
  empty: 'empty answers',
  style: 'style sheets',
  script: 'scripts',
  font: 'fonts',
  image: 'images',
  media: 'sound and video',
  data: 'data files',
  unknown: 'files of other kinds',
  'not-web': 'records of no web address',
  'revisit-unknown': 'revisits of what is not in the archive',
};

const ends: Readonly<Record<RecordingReport['end'], string>> = {
  read: '',
  unchanged: ', unchanged since it was read',
  stopped: ', stopped on the way',
  failed: ', could not be read to its end',
};

/** One line for people. */
export function recordingLine({
  recording,
  end,
  records,
  files,
  revisits,
  failed,
  skipped,
}: RecordingReport): string {
  const counts = [
    `${files} files`,
    ...(revisits > 0 ? [`${revisits} seen before`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
  ];
  const known = Object.keys(reasons);
  const passed = Object.entries(skipped)
    .toSorted(([one], [other]) => known.indexOf(one) - known.indexOf(other))
    .map(([why, count]) => `${count} ${reasons[why] ?? why}`);
  const left = passed.length > 0 ? `; passed over: ${passed.join(', ')}` : '';
  return `  ${recording}${ends[end]}: ${records} records: ${counts.join(', ')}${left}`;
}
