/** Bytes of a workbook → the library's workbook, checked first: it does not tell of damage. */
import type { WorkBook } from '@e965/xlsx';
import { EncryptedError, UnreadableError } from '../../../errors.ts';
import { directoryOf } from '../../doc/ole.ts';
import { openArchive } from '../../package/archive.ts';
import { isCompound } from '../recognise.ts';
import { type Drawn, drawingsOf } from './drawings.ts';
import { type Library, options, workbookLibrary } from './library.ts';
import { withChineseFormats } from './number-formats.ts';
import { checkRecords } from './records.ts';
import { complete, refused } from './refused.ts';

const styles = /^xl\/styles\.xml$/i;
/** Parts without words: pictures, printer settings, macros. */
const left = /^xl\/(?:media|printerSettings|embeddings|drawings|charts|activeX)\/|vbaProject/i;
export interface ReadPackage {
  readonly workbook: WorkBook;
  /** By name of the sheet. */
  readonly drawings: ReadonlyMap<string, readonly Drawn[]>;
}

/**
 * Office Open XML. Its parts are unpacked here, within limits and against their checksums.
 *
 * @throws {UnreadableError} when it is broken.
 * @throws {EncryptedError} when its parts need a password.
 * @throws {TooLargeError} when its parts pass the limits.
 */
export async function readPackage(bytes: Uint8Array): Promise<ReadPackage> {
  const archive = await openArchive('XLSX', bytes);
  const library = await workbookLibrary();
  const container = library.CFB.utils.cfb_new({ root: 'Root Entry' });
  try {
    for (const name of archive.names()) {
      if (name.endsWith('/') || left.test(name)) continue;
      const part = await archive.read(name);
      const content = styles.test(name)
        ? Buffer.from(withChineseFormats(part.toString('utf8')))
        : part;
      library.CFB.utils.cfb_add(container, name, content);
    }
    const workbook = complete('XLSX', library.parse_zip(container, options));
    return { workbook, drawings: await drawingsOf(archive) };
  } catch (error) {
    throw refused('XLSX', error);
  }
}

/** The stream with the records: of a compound file, or the file itself. */
function contentOf({ CFB }: Library, bytes: Uint8Array): { container: unknown; content: Buffer } {
  if (!isCompound(bytes)) return { container: Buffer.from(bytes), content: Buffer.from(bytes) };
  const { names } = directoryOf(bytes, 'XLS');
  if (names.has('EncryptedPackage')) throw new EncryptedError('XLSX');
  if (!(names.has('Workbook') || names.has('Book'))) {
    throw new UnreadableError('XLS', 'it holds no workbook');
  }
  const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
  const stream = CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  const content = Buffer.from(stream?.content ?? []);
  if (content.length < (stream?.size ?? 0)) throw new UnreadableError('XLS', 'it is cut off');
  return { container, content };
}

/**
 * BIFF in a compound file, or bare as Excel 2 to 4 and many an export program wrote it.
 *
 * @throws {UnreadableError} when it is broken, cut off or no workbook.
 * @throws {EncryptedError} when a password is needed.
 */
export async function readCompound(bytes: Uint8Array): Promise<WorkBook> {
  const library = await workbookLibrary();
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    const { container, content } = contentOf(library, bytes);
    checkRecords(content);
    return complete('XLS', library.parse_xlscfb(container, options));
  } catch (error) {
    throw refused('XLS', error);
  }
}
