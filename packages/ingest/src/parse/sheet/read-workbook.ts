/** Bytes of a workbook → the library's workbook, checked first: it does not tell of damage. */
import type { WorkBook } from '@e965/xlsx';
import { EncryptedError, IngestError, UnreadableError } from '../../errors.ts';
import { directoryOf } from '../doc/ole.ts';
import { openArchive } from '../package/archive.ts';
import { options, workbookLibrary } from './library.ts';
import { withChineseFormats } from './number-formats.ts';
import { checkRecords } from './records.ts';

const styles = /^xl\/styles\.xml$/i;
/** Parts without words: pictures, printer settings, macros. */
const left = /^xl\/(?:media|printerSettings|embeddings|drawings|charts|activeX)\/|vbaProject/i;
const locked = /password|encrypt/i;

function refused(format: string, error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return locked.test(why) ? new EncryptedError(format) : new UnreadableError(format, why);
}

/** A sheet that the library could not make sense of is missing, without a word. */
function complete(format: string, workbook: WorkBook): WorkBook {
  const missing = workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined);
  if (missing === undefined) return workbook;
  throw new UnreadableError(format, `its sheet ${missing} is damaged`);
}

/**
 * Office Open XML. Its parts are unpacked here, within limits and against their checksums.
 *
 * @throws {UnreadableError} when it is broken.
 * @throws {EncryptedError} when its parts need a password.
 * @throws {TooLargeError} when its parts pass the limits.
 */
export async function readPackage(bytes: Uint8Array): Promise<WorkBook> {
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
    return complete('XLSX', library.parse_zip(container, options));
  } catch (error) {
    throw refused('XLSX', error);
  }
}

/**
 * BIFF in a compound file.
 *
 * @throws {UnreadableError} when it is broken, cut off or no workbook.
 * @throws {EncryptedError} when a password is needed.
 */
export async function readCompound(bytes: Uint8Array): Promise<WorkBook> {
  const { names } = directoryOf(bytes, 'XLS');
  if (names.has('EncryptedPackage')) throw new EncryptedError('XLSX');
  if (!(names.has('Workbook') || names.has('Book'))) {
    throw new UnreadableError('XLS', 'it holds no workbook');
  }
  const library = await workbookLibrary();
  library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
  try {
    const container = library.CFB.read(Buffer.from(bytes), { type: 'buffer' });
    const { find } = library.CFB;
    const stream = find(container, '/Workbook') ?? find(container, '/Book');
    const content = Buffer.from(stream?.content ?? []);
    if (content.length < (stream?.size ?? 0)) throw new UnreadableError('XLS', 'it is cut off');
    checkRecords(content);
    return complete('XLS', library.parse_xlscfb(container, options));
  } catch (error) {
    throw refused('XLS', error);
  }
}
