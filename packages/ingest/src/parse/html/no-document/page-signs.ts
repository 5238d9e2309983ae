/** What is asked about a page to tell whether it is a document. */
import type { Diagnostic } from '@xxgk/extract/document';

export interface PageSigns {
  readonly html: string;
  readonly title: string;
  /** Lines of the body. */
  readonly lines: readonly string[];
  readonly figures: number;
  readonly tables: number;
  readonly attachments: number;
  /** Han characters of the body, and those that are links to other pages. */
  readonly han: number;
  readonly linked: number;
  /** Han characters in sentences that are no links. */
  readonly sentences: number;
  /** Lines and rows that are one link, with or without a date. */
  readonly entries: number;
  /** Lines of the body and rows of its tables. */
  readonly rows: number;
  /** Whether the page has marks of an article: its title in a meta tag, a byline, an index header. */
  readonly article: boolean;
  /** Whether there is a text under a title that only documents have. */
  readonly titled: boolean;
  /** Whether the address is that of a site's front page. */
  readonly front: boolean;
  /** Where the page sends its reader by itself, absolute where that is known. */
  readonly target: string | undefined;
  /** Addresses of pages shown in frames. */
  readonly frames: readonly string[];
}

/** Whether something besides text is shown. */
export const showsMore = ({ figures, tables, attachments }: PageSigns): boolean =>
  figures + tables + attachments > 0;

export const showsNothing = (signs: PageSigns): boolean => signs.han === 0 && !showsMore(signs);

export const warning = (code: Diagnostic['code'], message: string): Diagnostic => ({
  code,
  severity: 'warning',
  message,
  place: null,
});
