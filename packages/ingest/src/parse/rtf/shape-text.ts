/** Text that a shape draws (WordArt): red letterheads are often made so. It is one of the shape's properties. */

/** Name of the property (Rich Text Format Specification 1.9.1, "Drawing Object Properties"). */
const drawnText = 'gtextUNICODE';

/** Collects names and values of properties while their groups are read. */
export class ShapeText {
  #name = '';
  #text = '';

  beginName(): void {
    this.#name = '';
  }

  name(text: string): void {
    this.#name += text;
  }

  value(text: string): void {
    if (this.#name.trim() === drawnText) this.#text += text;
  }

  /** The text of the property that has ended; empty where it is another one. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}
