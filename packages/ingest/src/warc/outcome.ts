/** What a record of a recording comes to: a file, a reference to one, or nothing that is wanted. */
import type { BodyLength } from '../fetch/answer.ts';
import type { SourceFile } from '../stage.ts';
import type { NoDocument } from './file-kind.ts';

/** Where a capture stands. */
export interface RecordPlace {
  /** WARC file within a WACZ; null for a WARC file itself. */
  readonly part: string | null;
  /** Bytes of the WARC file before the record, or before the gzip member that it begins in. */
  readonly offset: number;
  /** Unpacked bytes of that member before the record. */
  readonly inner: number;
  /** `WARC-Record-ID` */
  readonly record_id: string | null;
  /** `WARC-Payload-Digest` as it stands there: what later `revisit` records refer to. */
  readonly digest: string | null;
}

/** Why nothing is kept of a response, as it is counted. */
export type Skipped =
  | NoDocument
  /** Leads to another address, which is a record of its own. */
  | 'redirect'
  /** Another status than 200. */
  | 'status'
  /** No address of the web: `urn:`, `dns:`, `ftp:`. */
  | 'not-web'
  | 'empty'
  /** A page with status 200 that says that there is none, or that asks for a login or a captcha. */
  | 'error-page';

export type Outcome =
  | {
      readonly kind: 'file';
      /** `url` is never null. */
      readonly file: SourceFile;
      /** Null for a `resource` record, which holds no answer of a server. */
      readonly status: number | null;
      readonly headers: Readonly<Record<string, string>>;
      readonly length: BodyLength | null;
      readonly record: RecordPlace;
    }
  /** The address gave what an earlier record holds. */
  | {
      readonly kind: 'revisit';
      readonly url: string;
      readonly fetchedAt: string | null;
      readonly status: number | null;
      readonly headers: Readonly<Record<string, string>>;
      /** Address and time of the earlier record, where they are said. */
      readonly refersTo: { readonly url: string; readonly fetchedAt: string | null } | null;
      /** Its `WARC-Record-ID` without brackets, where that is said. */
      readonly refersToRecord: string | null;
      readonly record: RecordPlace;
    }
  | { readonly kind: 'skipped'; readonly why: Skipped }
  | {
      readonly kind: 'failed';
      /** Null where the record does not tell. */
      readonly url: string | null;
      /** `WARC-Date` as it stands there. */
      readonly date: string | null;
      readonly code: string;
      /** One sentence that tells the user what to do. */
      readonly message: string;
      readonly record: RecordPlace;
    };
