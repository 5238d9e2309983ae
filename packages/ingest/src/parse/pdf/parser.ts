/** PDF: text with places, ruled tables, and images of the pages that have no usable text. */
import { NoPagesError, TooLargeError } from '../../errors.ts';
import type { Decoded, Parsed } from '../../stage.ts';
import type { ParseContext, Parser } from '../parser.ts';
import { isPdf } from './recognise.ts';

const pageLimit = 5000;

async function parse(file: Decoded, context: ParseContext): Promise<Parsed> {
  const { asPdfError, openToRead, refuseDynamicForm } = await import('./open/open.ts');
  const { PagesToDraw } = await import('./open/pages-to-draw.ts');
  const { pagesOf, readPages } = await import('./read-pages.ts');
  const { diagnosticsOf } = await import('./diagnostics.ts');
  const { damageOf } = await import('./damage.ts');
  await using opened = await openToRead(file.bytes);
  await using toDraw = new PagesToDraw(file.bytes);
  const { pdf } = opened;
  try {
    if (pdf.numPages === 0) throw new NoPagesError('PDF');
    if (pdf.numPages > pageLimit) {
      throw new TooLargeError(`A PDF of ${pdf.numPages} pages`, `${pageLimit} pages`);
    }
    await refuseDynamicForm(pdf);
    const read = await readPages(pdf, { ...context, url: file.url, toDraw });
    const pages = await pagesOf(pdf, read);
    return {
      pages,
      pageCount: pdf.numPages,
      cms: null,
      provenance: 'unknown',
      repairs: [],
      diagnostics: [...damageOf(file.bytes), ...diagnosticsOf(read, pages)],
      stages: { 'parse.pdf': pdfParser.version },
    };
  } catch (error) {
    throw asPdfError(error);
  }
}

export const pdfParser: Parser = {
  name: 'pdf',
  version: '3',
  mediaType: 'application/pdf',
  textual: false,
  recognises: isPdf,
  parse,
};
