/** Formats whose files are lines: gathers them into files of bounded size. */
import type { Row } from '../tables/column.ts';
import { type Part, partLimits } from './format.ts';

/** Characters that are gathered before they become bytes. */
const gathered = 1 << 20;

class Lines {
  #text: string;
  readonly #chunks: Buffer[] = [];
  bytes = 0;
  rows = 0;

  constructor(head: string) {
    this.#text = head;
  }

  add(line: string): void {
    this.#text += line;
    this.rows += 1;
    if (this.#text.length >= gathered) this.#encode();
  }

  part(): Part {
    this.#encode();
    return { bytes: Buffer.concat(this.#chunks), rows: this.rows, cut: 0 };
  }

  #encode(): void {
    const chunk = Buffer.from(this.#text);
    this.#chunks.push(chunk);
    this.bytes += chunk.byteLength;
    this.#text = '';
  }
}

/**
 * @param head What each file begins with; where there is one, a table without rows gives a file too.
 * @param lineOf One row, with its line end.
 */
export async function* partsOfLines(
  head: string,
  lineOf: (row: Row) => string,
  rows: AsyncIterable<Row>,
): AsyncIterable<Part> {
  let lines = new Lines(head);
  let parts = 0;
  for await (const row of rows) {
    lines.add(lineOf(row));
    if (lines.rows < partLimits.rows && lines.bytes < partLimits.bytes) continue;
    yield lines.part();
    parts += 1;
    lines = new Lines(head);
  }
  if (lines.rows > 0 || (parts === 0 && head !== '')) yield lines.part();
}
