/** What a visit of one address is asked, and what came of it. */
import type { SourceFile } from '@xxgk/ingest';
import type { Failure } from '../worker/message.ts';
import type { VisitEnd } from './report.ts';

export interface VisitRequest {
  readonly address: string;
  /** A list page is kept as evidence of what was listed, and not read as a document. */
  readonly role: 'list' | 'document';
  /** Page that names it; null for a start address. */
  readonly from: string | null;
  /** Text of the link that names it. */
  readonly title?: string;
}

export interface Visited {
  readonly end: VisitEnd;
  /** Null where nothing was had. */
  readonly file: SourceFile | null;
  readonly failure: Failure | null;
}
