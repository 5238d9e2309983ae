/** Files that the document carries in itself (ISO 32000-2 §7.11.4): named, not opened. */
import type { TextBlock } from '@xxgk/extract/document';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { asideText } from '../../paged/aside.ts';

const nameOf = (value: unknown): string => {
  const name: unknown =
    typeof value === 'object' && value !== null && 'filename' in value ? value.filename : '';
  return typeof name === 'string' ? name : '';
};

/** One block for each, on the first page: they belong to none. */
export async function embeddedFiles(pdf: PDFDocumentProxy): Promise<TextBlock[]> {
  const found: unknown = await pdf.getAttachments().catch(() => null);
  const files: unknown[] = found instanceof Map ? [...found.values()] : Object.values(found ?? {});
  return files.flatMap((file) => asideText(nameOf(file), { role: 'attachment' }, 1));
}
