/** An invented web page as a server would send it, and what has to be read from it. */

export interface WebPage {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly url: string | null;
  readonly fileName: string | null;
  /** Charset of the server's header. */
  readonly declaredCharset: string | null;
  readonly expect: {
    readonly charset: string;
    readonly cms: string | null;
    readonly title: string | null;
    /** Text of the body, one line a block; tables are left out. */
    readonly lines: readonly string[];
    /** Rows and columns of each table of the body. */
    readonly tables?: readonly (readonly [number, number])[];
    readonly index?: Readonly<Record<string, string>>;
    readonly byline?: Readonly<Record<string, string>>;
    readonly breadcrumb?: readonly string[];
    readonly site?: Readonly<Record<string, string>>;
    readonly attachments?: readonly (readonly [name: string, url: string])[];
    /** Codes of diagnostics, severity `info` included. */
    readonly diagnostics?: readonly string[];
  };
}

export const utf8 = (html: string): Uint8Array => new TextEncoder().encode(html);
