/** Small files as agencies attach them. */
import PDFDocument from 'pdfkit';
import { asWord } from '../recipes/carriers/word.ts';
import type { SiteArticle } from './articles.ts';

export const docx = (article: SiteArticle): Promise<Buffer> =>
  asWord({
    name: 'attachment',
    blocks: [
      { title: article.title },
      ...article.paragraphs.map((p) => ({ p })),
      { right: article.signature },
    ],
  });

/** A web page saved from Word under the name of a Word file, which is common. */
export const htmlDoc = ({ title, paragraphs }: SiteArticle): string =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;

/** In Latin letters: no font has to be installed for it. */
export function pdf(text: string): Promise<Buffer> {
  const document = new PDFDocument({ size: 'A4', info: { CreationDate: new Date(0) } });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const end = new Promise<Buffer>((resolve) =>
    document.on('end', () => resolve(Buffer.concat(chunks))),
  );
  document.text(text);
  document.end();
  return end;
}
