/** A script as a born-digital PDF. */
import PDFDocument from 'pdfkit';
import type { Script } from '../script.ts';
import { drawScript } from './paper.ts';
import type { Ink, Pen } from './pen.ts';
import { paper } from './sheets.ts';

/** Font files and the faces inside them. */
export interface PdfFonts {
  readonly text: { readonly path: string; readonly face: string };
  readonly title: { readonly path: string; readonly face: string };
}

class PdfPen implements Pen {
  readonly #pdf: InstanceType<typeof PDFDocument>;

  constructor(pdf: InstanceType<typeof PDFDocument>) {
    this.#pdf = pdf;
  }

  page(): void {
    this.#pdf.addPage();
  }

  use({ face, points, color }: Ink): void {
    this.#pdf.font(face).fontSize(points).fillColor(color);
  }

  width(text: string): number {
    return this.#pdf.widthOfString(text);
  }

  write(text: string, x: number, y: number): void {
    this.#pdf.text(text, x, y, { lineBreak: false, baseline: 'alphabetic' });
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#pdf.lineWidth(0.7).moveTo(x0, y0).lineTo(x1, y1).stroke('#000000');
  }
}

export async function asPdf(script: Script, { text, title }: PdfFonts): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: [paper.width, paper.height],
    margin: 0,
    autoFirstPage: false,
    // The same script gives the same bytes.
    info: { Title: script.name, CreationDate: new Date(0), ModDate: new Date(0) },
  });
  pdf.registerFont('text', text.path, text.face).registerFont('title', title.path, title.face);
  drawScript(script, new PdfPen(pdf));
  const chunks: Buffer[] = [];
  pdf.end();
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
