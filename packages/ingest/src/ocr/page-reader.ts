/**
 * Reads page images with the engines that are there, one page after the other: what was read before
 * is taken from where it is kept, and an engine that does not start is left out and named.
 */
import type { Diagnostic } from '@xxgk/extract/document';
import { EngineStartError } from '../errors.ts';
import type { ScanPage, TextPage } from '../stage.ts';
import { together } from './engines/installed.ts';
import { type Engines, without } from './engines/start.ts';
import type { KeptPages } from './kept/kept-pages.ts';
import { pageKey } from './kept/page-key.ts';
import { readScan } from './read-scan.ts';

/** A page image that has been read. */
export interface PageReading {
  readonly page: TextPage;
  /** Fingerprint of the engines that read it, with the passes that were switched off. */
  readonly engine: string;
  readonly diagnostics: readonly Diagnostic[];
}

export class PageReader {
  #engines: Engines;
  readonly #kept: KeptPages | null;
  readonly #diagnostics: Diagnostic[] = [];

  /** @param kept Null where every page is to be read. */
  constructor(engines: Engines, kept: KeptPages | null) {
    this.#engines = engines;
    this.#kept = kept;
  }

  /**
   * @throws as {@link readScan}; {@link EngineStartError} when no engine starts.
   */
  async read(page: ScanPage): Promise<PageReading> {
    for (;;) {
      try {
        const read = await this.#readOrKept(page);
        return { page: read, engine: this.#fingerprint, diagnostics: [...this.#diagnostics] };
      } catch (error) {
        this.#leaveOut(error);
      }
    }
  }

  get #fingerprint(): string {
    return together(this.#engines);
  }

  async #readOrKept(page: ScanPage): Promise<TextPage> {
    const kept = this.#kept;
    // An image that cannot be read is reported by who reads it.
    const key = kept && (await pageKey(page, this.#fingerprint).catch(() => null));
    if (!kept || key === null) return readScan(page, this.#engines);
    const found = await kept.get(key, page);
    if (found) return found;
    const read = await readScan(page, this.#engines);
    await kept.put(key, read);
    return read;
  }

  /** @throws {unknown} what it is given, unless that is an engine which others can do without. */
  #leaveOut(error: unknown): void {
    if (!(error instanceof EngineStartError)) throw error;
    const others = without(error.engine, this.#engines);
    if (others === null) throw error;
    this.#engines = others;
    const names = others.map(({ name }) => name).join(' and ');
    this.#diagnostics.push({
      code: 'ocr/engine-missing',
      severity: 'warning',
      // The reason is one of this machine: it does not belong in a document.
      message: `The OCR engine ${error.engine} is installed and does not start, and ${names} read without it: \`xxgk doctor\` says why.`,
      place: null,
    });
  }
}
