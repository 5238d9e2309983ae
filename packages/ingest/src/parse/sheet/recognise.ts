/** Tells workbooks from other packages and compound files by their first bytes. */
import { localEntries } from '../package/local-entries.ts';
import { isPartIn } from '../package/part-names.ts';

const sheetPart = 'xl/';
const contentTypes = '[Content_Types].xml';
const packageName = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|et|ett)$/i;
const namesOfOthers = ['word/', 'ppt/', 'OFD.xml', 'mimetype'];

const byteOrderMark = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const sheetName = /\.(?:xls|xlsx|xlt|xla|et|ett)$/i;
/** Names of the streams of Excel 97 and of Excel 5 ([MS-XLS] §2.1.2), as the directory writes them. */
const workbookStreams = ['Workbook\0', 'Book\0'].map((name) => Buffer.from(name, 'utf16le'));
const wordStream = Buffer.from('WordDocument\0', 'utf16le');
/** Begin-of-file record of a workbook ([MS-XLS] §2.4.21): BIFF8 or BIFF5, substream of globals. */
const beginnings = ['0908100000060500', '0908080000050500'].map((hex) => Buffer.from(hex, 'hex'));

/** Office Open XML: XLSX and what WPS writes as .et with it. */
export function isSheetPackage(head: Uint8Array, fileName: string | null): boolean {
  const names = localEntries(head).map(({ name }) => name);
  if (names.some((name) => isPartIn(sheetPart, name))) return true;
  if (names.some((name) => namesOfOthers.some((other) => name.startsWith(other)))) return false;
  return names.includes(contentTypes) && packageName.test(fileName ?? '');
}

/**
 * Begin-of-file records of a stream without a compound file around it, with the length of each:
 * BIFF2, BIFF3, BIFF4 ([MS-XLS] knows only the later ones), BIFF5, BIFF8.
 */
const bare = ['09000400', '09020600', '09040600', '09080800', '09081000'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

const opening =
  /^\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<\?mso-application[^<>]{0,100}\?>\s*)?(?:<!--[^<>]{0,500}-->\s*)?<(?:\w{1,10}:)?Workbook\b/;
const spreadsheetNamespace = 'urn:schemas-microsoft-com:office:spreadsheet';
const openDocument = 'application/vnd.oasis.opendocument.spreadsheet';

/** XML Spreadsheet 2003, in an encoding that keeps letters or in UTF-16. */
export function isSpreadsheetXml(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const text = bytes.toString('latin1').replaceAll('\0', '').replace(byteOrderMark, '');
  return opening.test(text) && text.includes(spreadsheetNamespace);
}

/** OpenDocument names itself in an entry that is mostly the first (part 3 §3.3). */
export function isOpenDocumentSheet(head: Uint8Array): boolean {
  const named = localEntries(head).find(({ name }) => name === 'mimetype');
  return Buffer.from(named?.data ?? [])
    .toString('latin1')
    .startsWith(openDocument);
}

export const isCompound = (head: Uint8Array): boolean =>
  Buffer.from(head.subarray(0, compound.length)).equals(compound);

const isBare = (bytes: Buffer): boolean =>
  bare.some((mark) => bytes.subarray(0, mark.length).equals(mark));

/** BIFF in a compound file: XLS and the binary .et of WPS. The name counts where the head is mute. */
export function isCompoundSheet(head: Uint8Array, fileName: string | null): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (!isCompound(head)) return isBare(bytes);
  if (bytes.includes(wordStream)) return false;
  if ([...workbookStreams, ...beginnings].some((mark) => bytes.includes(mark))) return true;
  return sheetName.test(fileName ?? '');
}
