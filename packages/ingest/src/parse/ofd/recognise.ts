/** Tells an OFD package from other ZIP files by its first bytes. */
import { localEntries } from '../package/local-entries.ts';
import { isPartIn } from '../package/part-names.ts';

/** The entry point (GB/T 33190-2016 §7.2), or a document folder where the entry point comes last. */
const ownPart = /^\/?(?:OFD\.xml$|Doc_\d{1,4}\/)/;
const ofdName = /\.ofd$/i;

export function isOfdPackage(head: Uint8Array, fileName: string | null): boolean {
  const entries = localEntries(head);
  const [first] = entries;
  if (!first) return false;
  if (entries.some(({ name }) => ownPart.test(name) && isPartIn('', name))) return true;
  // A large part that comes first hides the names: then only the file's name can tell.
  const alone = entries.length === 1 && first.data.length > 0;
  return alone && fileName !== null && ofdName.test(fileName);
}
