/** RAR archives, versions 1.5 to 4 and 5. */
import type { Container, Entry } from '../container.ts';

/** The mark of version 4 is the beginning of that of version 5. */
const mark = Buffer.from('526172211a07', 'hex');

export const rarContainer: Container = {
  name: 'rar',
  label: 'RAR',
  version: '1',
  mediaType: 'application/vnd.rar',
  recognises: (head) => mark.equals(head.subarray(0, mark.length)),
  entries,
};

async function* entries(bytes: Uint8Array): AsyncGenerator<Entry> {
  const { rar4Files } = await import('./rar4-headers.ts');
  const { rar5Files, rar5Mark } = await import('./rar5-headers.ts');
  const { libarchiveEntries } = await import('./libarchive.ts');
  const { matched } = await import('./listed-file.ts');
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isNew = rar5Mark.equals(buffer.subarray(0, rar5Mark.length));
  yield* matched(isNew ? rar5Files(buffer) : rar4Files(buffer), libarchiveEntries(bytes));
}
