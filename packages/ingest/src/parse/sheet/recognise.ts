/** Tells workbooks from other packages and compound files by their first bytes. */
import { localEntries } from '../package/local-entries.ts';

const sheetPart = 'xl/';
const contentTypes = '[Content_Types].xml';
const packageName = /\.(?:xlsx|xlsm|xltx|xltm|xlsb|et|ett)$/i;
const namesOfOthers = ['word/', 'ppt/', 'OFD.xml', 'mimetype'];

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
  if (names.some((name) => name.startsWith(sheetPart))) return true;
  if (names.some((name) => namesOfOthers.some((other) => name.startsWith(other)))) return false;
  return names.includes(contentTypes) && packageName.test(fileName ?? '');
}

/** BIFF in a compound file: XLS and the binary .et of WPS. The name counts where the head is mute. */
export function isCompoundSheet(head: Uint8Array, fileName: string | null): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  if (!bytes.subarray(0, compound.length).equals(compound)) return false;
  if (bytes.includes(wordStream)) return false;
  if ([...workbookStreams, ...beginnings].some((mark) => bytes.includes(mark))) return true;
  return sheetName.test(fileName ?? '');
}
