/** A script as a born-digital PDF. */
import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas';
import type { Script } from '../script.ts';
import { drawScript } from './paper.ts';
import { type Face, paper } from './sheets.ts';

export function asPdf(script: Script, face: Face): Buffer {
  const pdf = new PDFDocument({ title: script.name });
  let open = false;
  drawScript(script, face, () => {
    if (open) pdf.endPage();
    open = true;
    // The recorder of a PDF page draws like any canvas; its type is only declared apart.
    return pdf.beginPage(paper.width, paper.height) as unknown as SKRSContext2D;
  });
  pdf.endPage();
  return pdf.close();
}
