/** Fonts of Chinese letters that tell their characters wrongly, for {@link PdfFile}. */
import type { PdfFile, Ref } from './file.ts';

const map = (ranges: string): string =>
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def ' +
  `1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange ${ranges} endbfrange endcmap end end`;

const song = (file: PdfFile, width: number): Ref =>
  file.add(
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW ${width} ` +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 3 0 R >>',
  );

const font = (file: PdfFile, encoding: string, entries = '', width = 1000): Ref =>
  file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} ` +
      `/DescendantFonts [${song(file, width)}] ${entries} >>`,
  );

/** Its map to characters begins at another one: 3000 is told as `first` (hexadecimal). */
export const shiftedFont = (file: PdfFile, first: string): Ref =>
  font(file, 'UniGB-UCS2-H', `/ToUnicode ${file.stream('', map(`<3000> <9fa5> <${first}>`))}`);

/** Its codes are those of GBK. */
export const gbkFont = (file: PdfFile): Ref => font(file, 'GBK-EUC-H');

/** All its letters are said to be a tenth of their width. */
export const narrowFont = (file: PdfFile): Ref => font(file, 'UniGB-UCS2-H', '', 100);

/** Symbols by the codes of Windows, named as the letters that have these codes. */
export const symbolFont = (file: PdfFile, name: string): Ref =>
  file.add(
    `<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+${name} ` +
      '/FirstChar 32 /LastChar 255 /Encoding /WinAnsiEncoding >>',
  );
