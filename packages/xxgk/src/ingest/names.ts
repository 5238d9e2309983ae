/** Names of the entries of a folder as text: a Linux file system keeps bytes. */
import { asGb18030, asUtf8, escaped, isOldByChance } from '@xxgk/ingest/names';

/** An entry of a folder under the name by which it is shown and kept. */
export interface Named<Entry> {
  readonly name: string;
  readonly entry: Entry;
}

/**
 * Names the entries of one folder, each differently. What is neither UTF-8 nor GB 18030, or would be
 * called like another entry, is named by its bytes (`%CD%A8.html`).
 *
 * @param bytesOf Name as the file system has it.
 */
export function named<Entry>(
  entries: readonly Entry[],
  bytesOf: (entry: Entry) => Buffer,
): readonly Named<Entry>[] {
  const read = entries.map((entry) => {
    const bytes = bytesOf(entry);
    return { entry, bytes, plain: isOldByChance(bytes) ? undefined : asUtf8(bytes) };
  });
  const taken = new Set(read.map(({ plain }) => plain));
  return read.map(({ entry, bytes, plain }) => {
    if (plain !== undefined) return { name: plain, entry };
    const old = asGb18030(bytes);
    const name = old === undefined || taken.has(old) ? escaped(bytes) : old;
    taken.add(name);
    return { name, entry };
  });
}
