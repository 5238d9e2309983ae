/** Tables on OFD pages. */
import { barObject, lineObject, textObject } from '../ofd/objects.ts';
import { ofdPackage } from '../ofd/package.ts';
import type { Sheet, TablePen } from './table-pen.ts';

const millimetres = (points: number): number => (points * 25.4) / 72;

export class OfdTablePen implements TablePen {
  readonly #pages: string[] = [];
  #size: readonly [number, number] = [210, 297];

  page({ width, height }: Sheet): void {
    this.#pages.push('');
    this.#size = [millimetres(width), millimetres(height)];
  }

  write(text: string, x: number, y: number, points: number, down = false): void {
    if (text === '') return;
    this.#add(
      textObject(text, millimetres(x), millimetres(y), { size: millimetres(points), down }),
    );
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#add(lineObject(millimetres(x0), millimetres(y0), millimetres(x1), millimetres(y1)));
  }

  bar(x: number, y: number, width: number, height: number, gray: number): void {
    this.#add(
      barObject(millimetres(x), millimetres(y), millimetres(width), millimetres(height), gray),
    );
  }

  #add(object: string): void {
    this.#pages[this.#pages.length - 1] += object;
  }

  bytes(): Buffer {
    const resources = '<ofd:Fonts><ofd:Font ID="1" FontName="仿宋_GB2312"/></ofd:Fonts>';
    return ofdPackage({ pages: this.#pages, resources, size: this.#size });
  }
}
