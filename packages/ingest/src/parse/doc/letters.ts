/** What single letters of the text stand for ([MS-DOC] §2.4.1). */

export const letter = {
  picture: 0x01,
  noteMark: 0x02,
  commentMark: 0x05,
  cellEnd: 0x07,
  shape: 0x08,
  tab: 0x09,
  lineBreak: 0x0b,
  pageBreak: 0x0c,
  paragraphEnd: 0x0d,
  columnBreak: 0x0e,
  fieldBegin: 0x13,
  fieldSeparator: 0x14,
  fieldEnd: 0x15,
  noBreakHyphen: 0x1e,
  optionalHyphen: 0x1f,
} as const;

/** Whether a letter ends a paragraph. */
export const endsParagraph = (code: number): boolean =>
  code === letter.paragraphEnd || code === letter.cellEnd || code === letter.pageBreak;
