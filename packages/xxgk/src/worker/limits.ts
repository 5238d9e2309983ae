/** What one job in a worker process may use. */

export interface Limits {
  /** Milliseconds of a job in all, without the time it waits for answers. */
  readonly deadline: number;
  /** Milliseconds without a sign of life. */
  readonly silence: number;
  /** Bytes: resident memory, and data segment where the system can limit that. */
  readonly memory: number;
  /** The process is replaced after so many jobs … */
  readonly jobs: number;
  /** … or when it holds more than so many bytes at the end of a job. */
  readonly residue: number;
}

const second = 1000;
const megabyte = 1_000_000;

/** For one document, OCR not counted (the slowest legitimate file seen took 10 s). */
export const readerLimits: Limits = {
  deadline: 60 * second,
  silence: 20 * second,
  memory: 1500 * megabyte,
  jobs: 500,
  residue: 400 * megabyte,
};

/**
 * For one page image. Measured on A4 pages: 300 MB while text alone is read, 610 MB once the second
 * engine has been loaded for the numbers of a table, and no more with every page. Large sheets need
 * the rest; a table on a busy machine takes ten seconds.
 */
export const ocrLimits: Limits = {
  deadline: 120 * second,
  silence: 60 * second,
  memory: 1200 * megabyte,
  jobs: 200,
  residue: 700 * megabyte,
};
