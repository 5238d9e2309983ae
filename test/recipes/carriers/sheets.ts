/** A run of A4 pages that are written from top to bottom; the surface may be a PDF or a bitmap. */
import type { SKRSContext2D } from '@napi-rs/canvas';

/** Points. */
export const paper = { width: 595, height: 842, left: 73.5, top: 100, measure: 448, bottom: 742 };

export interface Face {
  readonly text: string;
  readonly title: string;
}

/** Gives the context of the next page; called before the first line as well. */
export type NextPage = () => SKRSContext2D;

/** Points: running text, and from line to line. */
export const size = 16;
export const leading = 29;
const noLineStart = /^[，。；：、！？”）》】]/u;

/** Breaks text into lines of a width; a line never begins with a closing sign. */
export function wrap(context: SKRSContext2D, text: string, first: number, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    const room = lines.length === 0 ? first : width;
    const full = context.measureText(line + character).width > room + 0.5;
    if (full && !noLineStart.test(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

export class Paper {
  readonly face: Face;
  readonly #next: NextPage;
  #style = { font: '', points: size, color: '#000' };
  #context: SKRSContext2D;
  #y = paper.top;
  #page = 1;

  constructor(face: Face, next: NextPage) {
    this.face = face;
    this.#next = next;
    this.#context = next();
  }

  get context(): SKRSContext2D {
    return this.#context;
  }

  get y(): number {
    return this.#y;
  }

  /** Moves down; on a new page where the height does not fit. */
  take(height: number): number {
    if (this.#y + height > paper.bottom) this.turn();
    const at = this.#y;
    this.#y += height;
    return at;
  }

  turn(): void {
    const { font, points, color } = this.#style;
    this.#folio();
    this.#context = this.#next();
    this.#page += 1;
    this.#y = paper.top;
    this.set(font, points, color);
  }

  finish(): void {
    this.#folio();
  }

  set(font: string, points: number, color = '#000'): void {
    this.#style = { font, points, color };
    this.#context.font = `${points}px "${font}"`;
    this.#context.fillStyle = color;
  }

  line(text: string, x: number, height = leading, points = size): void {
    const y = this.take(height);
    this.#context.fillText(text, x, y + points);
  }

  #folio(): void {
    this.set(this.face.text, 14);
    this.#context.fillText(`— ${this.#page} —`, paper.left + paper.measure - 90, paper.bottom + 40);
  }
}
