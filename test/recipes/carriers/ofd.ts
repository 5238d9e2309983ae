/** A script as an OFD file. */
import { advance, lineObject, textObject } from '../ofd/objects.ts';
import { ofdPackage } from '../ofd/package.ts';
import type { Script } from '../script.ts';
import { drawScript } from './paper.ts';
import type { Ink, Pen } from './pen.ts';
import { paper } from './sheets.ts';

const millimetres = (points: number): number => (points * 25.4) / 72;

const fonts =
  '<ofd:Fonts><ofd:Font ID="1" FontName="仿宋_GB2312"/><ofd:Font ID="2" FontName="方正小标宋简体"/></ofd:Fonts>';

const decimal = (color: string): string =>
  [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(' ');

class OfdPen implements Pen {
  readonly pages: string[] = [];
  #ink: Ink = { face: 'text', points: 16, color: '#000000' };

  page(): void {
    this.pages.push('');
  }

  use(ink: Ink): void {
    this.#ink = ink;
  }

  width(text: string): number {
    return [...text].reduce((sum, each) => sum + advance(each) * this.#ink.points, 0);
  }

  write(text: string, x: number, y: number): void {
    if (text === '') return;
    const { face, points, color } = this.#ink;
    const look = {
      size: millimetres(points),
      font: face === 'title' ? '2' : '1',
      color: decimal(color),
    };
    this.#add(textObject(text, millimetres(x), millimetres(y), look));
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#add(lineObject(millimetres(x0), millimetres(y0), millimetres(x1), millimetres(y1)));
  }

  #add(object: string): void {
    this.pages[this.pages.length - 1] += object;
  }
}

export function asOfd(script: Script): Buffer {
  const pen = new OfdPen();
  drawScript(script, pen);
  const size = [millimetres(paper.width), millimetres(paper.height)] as const;
  return ofdPackage({ pages: pen.pages, resources: fonts, size });
}
