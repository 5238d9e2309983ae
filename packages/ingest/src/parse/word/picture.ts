/** Pictures of a document, and what becomes of them. */

export interface Picture {
  /** Its part or place in the file: for messages. */
  readonly name: string;
  /** Points on the page; 0 where the file does not say. */
  readonly width: number;
  readonly height: number;
  /** @throws {IngestError} when it is missing or broken. */
  read(): Promise<Uint8Array> | Uint8Array;
}

/** Square points of a page's text: A4 inside the margins of GB/T 9704-2012 §5.2 (156 × 225 mm). */
const textArea = 442 * 638;
/** A scanned page pasted into a document fills most of the text area. */
const pageShare = 0.65;
/** Smaller ones hold a logo, a seal or a signature, not a table. */
const tableShare = 0.1;

const areaOf = ({ width, height }: Picture): number => width * height;

/** Whether it is as large as a page. */
export const isPageSized = (picture: Picture): boolean => areaOf(picture) >= textArea * pageShare;

/** Whether a table or a paragraph may stand on it; also where its size is not known. */
export const mayHoldText = (picture: Picture): boolean =>
  areaOf(picture) === 0 || areaOf(picture) >= textArea * tableShare;
