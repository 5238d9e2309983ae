/** What the library says of a workbook that it cannot read, in our words. */
import type { WorkBook } from '@e965/xlsx';
import { EncryptedError, IngestError, UnreadableError } from '../../../errors.ts';

const locked = /password|encrypt/i;

/** @param format Its name in messages, e.g. `XLSX`. */
export function refused(format: string, error: unknown): IngestError {
  if (error instanceof IngestError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return locked.test(why) ? new EncryptedError(format) : new UnreadableError(format, why);
}

/**
 * A sheet that the library could not make sense of is missing, without a word.
 *
 * @throws {UnreadableError} when there is such a sheet.
 */
export function complete(format: string, workbook: WorkBook): WorkBook {
  const missing = workbook.SheetNames.find((name) => workbook.Sheets[name] === undefined);
  if (missing === undefined) return workbook;
  throw new UnreadableError(format, `its sheet ${missing} is damaged`);
}
