/** The recordings of a run; nothing is loaded or started for a run that has none. */
import type { Archive, Ledger } from '@xxgk/store';
import { NotFoundError } from '../../errors.ts';
import type { End } from '../../intake/arrival.ts';
import type { Intake } from '../../intake/intake.ts';
import type { Drainer } from '../drainer.ts';
import type { RecordingReport } from './report.ts';
import type { RecordingFile, Unpacker } from './unpacker.ts';

export interface RecordingsParts {
  readonly archive: Archive;
  readonly ledger: Ledger;
  /** Run of the ledger. */
  readonly run: number;
  readonly intake: Intake;
  readonly drainer: Drainer;
  readonly signal: AbortSignal;
  readonly ended: (end: End) => void;
  readonly unpacked?: (report: RecordingReport) => void;
}

export class Recordings implements AsyncDisposable {
  readonly #parts: RecordingsParts;
  readonly #opened = new AsyncDisposableStack();
  #unpacker: Promise<Unpacker> | undefined;

  constructor(parts: RecordingsParts) {
    this.#parts = parts;
  }

  /** Takes one recording apart. @throws {StoreError} when the store fails. */
  async unpack(file: RecordingFile): Promise<void> {
    const unpacker = await this.#unpackerOf();
    const report = await unpacker.unpack(file);
    this.#parts.unpacked?.(report);
  }

  /** To be called when all paths have been gone through and all inputs read. */
  async finish(): Promise<void> {
    const { archive, ledger, run } = this.#parts;
    for (const left of ledger.keptOpen(run)) {
      // Begun by a run that was stopped, and not there any more.
      const unpacker = await this.#unpackerOf();
      await unpacker.reject(left, new NotFoundError(left.sourceId));
    }
    if (!this.#unpacker) return;
    const { linkRecorded } = await import('./attached.ts');
    await linkRecorded(archive, ledger, run);
  }

  #unpackerOf(): Promise<Unpacker> {
    this.#unpacker ??= this.#open();
    return this.#unpacker;
  }

  async #open(): Promise<Unpacker> {
    const { RecordingReader } = await import('./recording-reader.ts');
    const { Unpacker } = await import('./unpacker.ts');
    const { drainer } = this.#parts;
    const reader = this.#opened.use(new RecordingReader());
    return new Unpacker({ ...this.#parts, reader, added: () => drainer.wake() });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#opened.disposeAsync();
  }
}
