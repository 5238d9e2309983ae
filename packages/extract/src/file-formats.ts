/**
 * Formats of files that agencies publish: the endings of their names and their media types. The one list
 * of endings; which of them matter is decided where it is asked.
 */

export type FileKind =
  /** A text set in pages or paragraphs. */
  | 'text'
  | 'sheet'
  | 'slides'
  /** Letters without a look. */
  | 'plain'
  /** XML: a text of Word or a sheet of Excel, and often only data. */
  | 'data'
  | 'page'
  /** A page with its pictures in one file. */
  | 'saved-page'
  /** Pictures that pages are scanned to. */
  | 'scan'
  /** Pictures that hardly any page is scanned to. */
  | 'picture'
  | 'archive';

export interface FileFormat {
  readonly kind: FileKind;
  /** In lower case, without the dot. */
  readonly endings: readonly string[];
  /** Null where none is registered or in use. */
  readonly mediaType: string | null;
}

const openXml = 'application/vnd.openxmlformats-officedocument';

export const fileFormats: readonly FileFormat[] = [
  { kind: 'text', endings: ['pdf'], mediaType: 'application/pdf' },
  { kind: 'text', endings: ['ofd'], mediaType: 'application/ofd' },
  { kind: 'text', endings: ['doc', 'dot'], mediaType: 'application/msword' },
  {
    kind: 'text',
    endings: ['docx', 'docm', 'dotx', 'dotm'],
    mediaType: `${openXml}.wordprocessingml.document`,
  },
  { kind: 'text', endings: ['wps', 'wpt'], mediaType: 'application/vnd.ms-works' },
  { kind: 'text', endings: ['rtf'], mediaType: 'application/rtf' },
  { kind: 'text', endings: ['odt'], mediaType: 'application/vnd.oasis.opendocument.text' },
  // Formats of e-government in China: Founder Apabi, 书生 GD and SEP, 公文 GW.
  { kind: 'text', endings: ['ceb', 'cebx', 'gd', 'gw', 'sep'], mediaType: null },
  { kind: 'sheet', endings: ['xls', 'xlt'], mediaType: 'application/vnd.ms-excel' },
  {
    kind: 'sheet',
    endings: ['xlsx', 'xlsm', 'xltx', 'xltm'],
    mediaType: `${openXml}.spreadsheetml.sheet`,
  },
  { kind: 'sheet', endings: ['xlsb'], mediaType: 'application/vnd.ms-excel.sheet.binary.12' },
  { kind: 'sheet', endings: ['et', 'ett'], mediaType: 'application/vnd.ms-excel' },
  { kind: 'sheet', endings: ['ods'], mediaType: 'application/vnd.oasis.opendocument.spreadsheet' },
  { kind: 'sheet', endings: ['csv'], mediaType: 'text/csv' },
  { kind: 'slides', endings: ['ppt', 'pps'], mediaType: 'application/vnd.ms-powerpoint' },
  {
    kind: 'slides',
    endings: ['pptx', 'ppsx'],
    mediaType: `${openXml}.presentationml.presentation`,
  },
  { kind: 'slides', endings: ['dps'], mediaType: 'application/vnd.ms-powerpoint' },
  { kind: 'plain', endings: ['txt'], mediaType: 'text/plain' },
  { kind: 'data', endings: ['xml'], mediaType: 'application/xml' },
  { kind: 'page', endings: ['html', 'htm', 'shtml', 'xhtml'], mediaType: 'text/html' },
  { kind: 'saved-page', endings: ['mht', 'mhtml'], mediaType: 'multipart/related' },
  { kind: 'scan', endings: ['jpg', 'jpeg'], mediaType: 'image/jpeg' },
  { kind: 'scan', endings: ['png'], mediaType: 'image/png' },
  { kind: 'scan', endings: ['tif', 'tiff'], mediaType: 'image/tiff' },
  { kind: 'picture', endings: ['gif'], mediaType: 'image/gif' },
  { kind: 'picture', endings: ['bmp'], mediaType: 'image/bmp' },
  { kind: 'picture', endings: ['webp'], mediaType: 'image/webp' },
  { kind: 'archive', endings: ['zip'], mediaType: 'application/zip' },
  { kind: 'archive', endings: ['rar'], mediaType: 'application/vnd.rar' },
  { kind: 'archive', endings: ['7z'], mediaType: 'application/x-7z-compressed' },
  { kind: 'archive', endings: ['tar'], mediaType: 'application/x-tar' },
  { kind: 'archive', endings: ['gz', 'tgz'], mediaType: 'application/gzip' },
];

/** Endings of some kinds as alternatives of a regular expression (without a group), the longest first. */
export const endingsOf = (...kinds: readonly FileKind[]): string =>
  fileFormats
    .filter(({ kind }) => kinds.includes(kind))
    .flatMap(({ endings }) => endings)
    .toSorted((a, b) => b.length - a.length)
    .join('|');

/** What people write, and put into archives or behind links: all but pages and their decoration. */
export const filesOfPeople: readonly FileKind[] = [
  'text',
  'sheet',
  'slides',
  'plain',
  'saved-page',
  'scan',
  'archive',
];

const mediaTypes = new Map(
  fileFormats.flatMap(({ endings, mediaType }) =>
    endings.map((ending) => [ending, mediaType] as const),
  ),
);

/** @param ending Without the dot, in any case. */
export const mediaTypeOfEnding = (ending: string): string | null =>
  mediaTypes.get(ending.toLowerCase()) ?? null;
