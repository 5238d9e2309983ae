/** Tables on PDF pages, operator by operator: Chinese letters without an embedded font. */
import { advance } from '../ofd/objects.ts';
import { hex, PdfFile } from '../pdf/file.ts';
import type { Sheet, TablePen } from './table-pen.ts';

/** Letters of one width. */
const runsOf = /[\u0020-\u007e]+|[^\u0020-\u007e]+/gu;

const fixed = (value: number): string => String(Math.round(value * 1000) / 1000);

export class PdfTablePen implements TablePen {
  readonly #file = new PdfFile();
  #sheet: Sheet | undefined;
  #content = '';

  page(sheet: Sheet): void {
    this.#finish();
    this.#sheet = sheet;
  }

  #finish(): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const { width, height, turn } = sheet;
    const turned = turn !== 'none';
    const box = `/MediaBox [0 0 ${turned ? `${height} ${width}` : `${width} ${height}`}]`;
    this.#file.page({
      content: turned ? `0 1 -1 0 ${height} 0 cm\n${this.#content}` : this.#content,
      entries: turn === 'entry' ? `${box} /Rotate 90` : box,
    });
    this.#content = '';
  }

  /** From the top of the page to its foot. */
  #up(y: number): number {
    return (this.#sheet?.height ?? 0) - y;
  }

  write(text: string, x: number, y: number, points: number, down = false): void {
    if (text === '') return;
    const matrix = down ? '0 -1 1 0' : '1 0 0 1';
    const place = `${matrix} ${fixed(x)} ${fixed(this.#up(y))} Tm`;
    // The font says that all letters are square: Latin ones are narrowed.
    const runs = (text.match(runsOf) ?? []).map((run) => `${advance(run) * 100} Tz ${hex(run)} Tj`);
    this.#content += `BT /F1 ${points} Tf ${place} ${runs.join(' ')} ET\n`;
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#content += `0.5 w ${fixed(x0)} ${fixed(this.#up(y0))} m ${fixed(x1)} ${fixed(this.#up(y1))} l S\n`;
  }

  bar(x: number, y: number, width: number, height: number, gray: number): void {
    const place = [x, this.#up(y + height), width, height].map(fixed).join(' ');
    this.#content += `q ${gray} g ${place} re f Q\n`;
  }

  bytes(): Buffer {
    this.#finish();
    this.#sheet = undefined;
    return this.#file.bytes();
  }
}
