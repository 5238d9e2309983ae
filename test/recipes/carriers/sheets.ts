/** A run of A4 pages that are written from top to bottom. */
import type { Ink, Pen } from './pen.ts';

/** Points. */
export const paper = { width: 595, height: 842, left: 73.5, top: 100, measure: 448, bottom: 742 };

/** Points: running text, and from line to line. */
export const size = 16;
const leading = 29;
const black = '#000000';
const noLineStart = /^[，。；：、！？”）》】]/u;

/** Breaks text into lines of a width; a line never begins with a closing sign. */
export function wrap(pen: Pen, text: string, first: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    const room = lines.length === 0 ? first : width;
    const full = pen.width(line + character) > room + 0.5;
    if (full && !noLineStart.test(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

export class Paper {
  readonly pen: Pen;
  #ink: Ink = { face: 'text', points: size, color: black };
  #y = paper.top;
  #page = 1;

  constructor(pen: Pen) {
    this.pen = pen;
    pen.page();
  }

  get y(): number {
    return this.#y;
  }

  /** Moves down; on a new page where the height does not fit. Gives the upper edge. */
  take(height: number): number {
    if (this.#y + height > paper.bottom) this.turn();
    const at = this.#y;
    this.#y += height;
    return at;
  }

  turn(): void {
    const ink = this.#ink;
    this.finish();
    this.pen.page();
    this.#page += 1;
    this.#y = paper.top;
    this.use(ink.face, ink.points, ink.color);
  }

  use(face: Ink['face'], points: number, color = black): void {
    this.#ink = { face, points, color };
    this.pen.use(this.#ink);
  }

  line(text: string, x: number, height = leading, points = size): void {
    const y = this.take(height);
    this.pen.write(text, x, y + points);
  }

  /** Writes the page number (GB/T 9704-2012 §7.5). */
  finish(): void {
    this.use('text', 14);
    this.pen.write(`— ${this.#page} —`, paper.left + paper.measure - 90, paper.bottom + 40);
  }
}
