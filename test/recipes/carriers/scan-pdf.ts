/** Page images bound as a PDF without a text layer, as scanners make them. */
import { type Canvas, loadImage, PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';

/** @param dpi Pixels per inch of the images. */
export async function asScanPdf(pages: readonly Canvas[], dpi: number): Promise<Buffer> {
  const pdf = new PDFDocument({ title: 'scan' });
  for (const page of pages) {
    const width = (page.width / dpi) * 72;
    const height = (page.height / dpi) * 72;
    const context = pdf.beginPage(width, height) as unknown as SKRSContext2D;
    // Through JPEG, so that the file holds what a scanner would have stored.
    context.drawImage(await loadImage(await page.encode('jpeg', 75)), 0, 0, width, height);
    pdf.endPage();
  }
  return pdf.close();
}
