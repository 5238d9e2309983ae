/** Where records stand by their ids: a `revisit` may name the earlier record so and in no other way. */
import type { Archive, Capture } from '@xxgk/store';

export class RecordIds {
  readonly #archive: Archive;
  /** Sources by the ids of records that are captures of them. */
  readonly #sources = new Map<string, string>();
  #all: Promise<void> | undefined;

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  /** Notes a capture that is made. Most recordings name no record so: nothing is kept until one does. */
  add(capture: Pick<Capture, 'source_id' | 'container'>): void {
    if (this.#all) this.#note(capture);
  }

  #note({ source_id, container }: Pick<Capture, 'source_id' | 'container'>): void {
    const id = container?.record_id;
    if (id !== undefined && id !== null) this.#sources.set(id, source_id);
  }

  /** The capture that a record has become; undefined where the archive has none of it. */
  async find(id: string): Promise<Capture | undefined> {
    // What was kept before the first question is looked through once.
    this.#all ??= this.#read();
    await this.#all;
    const source = this.#sources.get(id);
    if (source === undefined) return undefined;
    const captures = await Array.fromAsync(this.#archive.captures(source));
    return captures.find(({ container }) => container?.record_id === id);
  }

  async #read(): Promise<void> {
    for await (const capture of this.#archive.allCaptures()) this.#note(capture);
  }
}
