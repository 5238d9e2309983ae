/**
 * The chain of records in a legacy workbook ([MS-XLS] §2.1.4): nothing else in the file tells that
 * a part of it is damaged, and the library skips what it does not understand.
 */
import { UnreadableError } from '../../../errors.ts';

const headerBytes = 4;
/** No record is longer; what does not fit stands in Continue records. */
const longest = 8224;
const beginning = 0x0809;
const end = 0x000a;

/**
 * Walks from record to record to the end of the last sheet. A sheet without its end record is let
 * pass: some writers leave it out.
 *
 * @param stream Content of the stream `Workbook` or `Book`.
 * @throws {UnreadableError} when a record runs over its bounds, or there is none.
 */
export function checkRecords(stream: Buffer): void {
  let depth = 0;
  let at = 0;
  while (at + headerBytes <= stream.length) {
    const type = stream.readUInt16LE(at);
    const length = stream.readUInt16LE(at + 2);
    // Between the sheets and after them the stream may be filled up.
    if (depth === 0 && type !== beginning) break;
    if (type === beginning) depth += 1;
    if (type === end) depth -= 1;
    if (length > longest) throw new UnreadableError('XLS', `a record of it is damaged at ${at}`);
    at += headerBytes + length;
  }
  if (at === 0) throw new UnreadableError('XLS', 'its workbook does not begin with a record');
  if (at > stream.length) throw new UnreadableError('XLS', 'its last sheet breaks off');
}
