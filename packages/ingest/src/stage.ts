/** What each stage of ingestion takes and hands on. No stage calls another. */
import type { Block, Diagnostic, Page, Provenance, Repair } from '@xxgk/extract/document';

/** Bytes with what is known about where they came from: the output of fetch, the input of decode. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  /** Lower-case hex of `bytes`. */
  readonly sha256: string;
  readonly url: string | null;
  readonly fileName: string | null;
  /** As the server declared them; hints, never trusted over the bytes. */
  readonly declaredType: string | null;
  readonly declaredCharset: string | null;
  /** RFC 3339 in UTC; null for a local file. */
  readonly fetchedAt: string | null;
  /** Only of a file that came out of an archive. */
  readonly container?: ContainerOf;
}

/** The archive that a file came out of. */
export interface ContainerOf {
  /** Of the archive's bytes. */
  readonly sha256: string;
  /** Name of the file in it. */
  readonly member: string;
  /** Archives around the file, 1 or more: archives may lie in archives. */
  readonly depth: number;
}

/** A file whose format is known by its bytes; text formats carry their decoded text. */
export interface Decoded extends SourceFile {
  readonly mediaType: string;
  /** Only for text formats. */
  readonly text: string | null;
  readonly charset: string | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** A page that holds no usable text yet. It is not a `Page`, so it cannot reach extraction unread. */
export interface ScanPage {
  readonly kind: 'scan';
  /** From 1. */
  readonly number: number;
  /** Path of the page image (PNG or JPEG) in the scratch folder of the job. */
  readonly image: string;
  /** Pixels of the image. */
  readonly width: number;
  readonly height: number;
  /** Pixels per inch, null when the image does not say. */
  readonly dpi: number | null;
  /** Why it has to be read by OCR. */
  readonly reason: string;
  /**
   * What the file itself tells of the page besides its image, boxes in pixels: seals, remarks, and as
   * `dropped` the text that somebody's OCR has laid under the image. It is added to what is read.
   */
  readonly beside?: readonly Block[];
}

/** A page as a parser or OCR gives it: only what is printed there, or begins there. */
export interface TextPage extends Omit<Page, 'blocks'> {
  readonly kind: 'text';
  readonly blocks: readonly Block[];
}

/** What a parser makes of one file. */
export interface Parsed {
  readonly pages: readonly (TextPage | ScanPage)[];
  /** Pages of a paged format, else null. */
  readonly pageCount: number | null;
  readonly cms: string | null;
  /** Encoding of a text inside of a carrier that is no text; absent where the file's own is meant. */
  readonly charset?: string;
  readonly provenance: Provenance;
  readonly repairs: readonly Repair[];
  readonly diagnostics: readonly Diagnostic[];
  /** `parse.html` → version. */
  readonly stages: Readonly<Record<string, string>>;
}
