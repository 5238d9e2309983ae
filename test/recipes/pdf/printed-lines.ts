/** PDF pages line by line, each line set where the recipe says: page breaks fall where wanted. */
import PDFDocument from 'pdfkit';

export interface PrintedLine {
  readonly text: string;
  /** Characters from the left edge; ignored where `align` is given. */
  readonly indent?: number;
  readonly align?: 'center' | 'right';
  /** Letter height in points; the running text has 16. */
  readonly size?: number;
  /** Points from the top; else below the line before. */
  readonly y?: number;
}

export interface PrintedPaper {
  readonly font: { readonly path: string; readonly face: string };
  /** To open it; a file that may not be changed opens without. */
  readonly password?: string;
  /** Encrypted so that anybody may read and nobody change it; the version tells the cipher. */
  readonly locked?: PdfVersion;
}

/** 40 bits of RC4, 128 bits of it, AES with 128 and with 256 bits. */
export type PdfVersion = '1.3' | '1.4' | '1.7' | '1.7ext3';

const size = 16;
const left = 73.5;
/** 28 characters a line (GB/T 9704-2012 §5.2.3). */
export const measure = 28 * size;
const leading = 29;
const top = 100;

type Pdf = InstanceType<typeof PDFDocument>;

function place(pdf: Pdf, line: PrintedLine): number {
  const width = pdf.widthOfString(line.text);
  if (line.align === 'center') return left + (measure - width) / 2;
  return line.align === 'right' ? left + measure - width : left + (line.indent ?? 0) * size;
}

function drawPage(pdf: Pdf, lines: readonly PrintedLine[]): void {
  let next = top;
  for (const line of lines) {
    const y = line.y ?? next;
    pdf.fontSize(line.size ?? size);
    pdf.text(line.text, place(pdf, line), y, { lineBreak: false });
    if (line.y === undefined) next += Math.max(leading, (line.size ?? size) * 1.5);
  }
}

export async function printedPdf(
  pages: readonly (readonly PrintedLine[])[],
  { font, password, locked }: PrintedPaper,
): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    ...(locked === undefined ? {} : { pdfVersion: locked, ownerPassword: 'owner' }),
    ...(password === undefined ? {} : { userPassword: password, ownerPassword: `${password}!` }),
  });
  pdf.registerFont('text', font.path, font.face).font('text');
  for (const lines of pages) {
    pdf.addPage();
    drawPage(pdf, lines);
  }
  const chunks: Buffer[] = [];
  pdf.end();
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
