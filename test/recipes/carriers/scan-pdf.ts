/** Page images bound as a PDF without a text layer, as scanners make them. */
import type { Canvas } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';

/** @param dpi Pixels per inch of the images. */
export async function asScanPdf(pages: readonly Canvas[], dpi: number): Promise<Buffer> {
  const pdf = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    // The same pages give the same bytes.
    info: { CreationDate: new Date(0), ModDate: new Date(0) },
  });
  for (const page of pages) {
    const size: [number, number] = [(page.width / dpi) * 72, (page.height / dpi) * 72];
    pdf.addPage({ size, margin: 0 });
    pdf.image(await page.encode('jpeg', 75), 0, 0, { width: size[0], height: size[1] });
  }
  const chunks: Buffer[] = [];
  pdf.end();
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
