/** A script as page images: what a flatbed scanner makes of the printed document. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Script } from '../script.ts';
import { drawScript } from './paper.ts';
import type { Ink, Pen } from './pen.ts';
import { paper } from './sheets.ts';

/** Families that the canvas knows. */
export interface Face {
  readonly text: string;
  readonly title: string;
}

export interface Scanner {
  /** Pixels per inch. */
  readonly dpi: number;
  /** Degrees by which the sheet lies askew. */
  readonly skew: number;
  /** Text of a round red seal laid over the signature, or null. */
  readonly seal: string | null;
}

const red = '#d7141a';

/** Writes on bitmaps, one a page. */
export class ScannedPen implements Pen {
  readonly pages: Canvas[] = [];
  readonly #face: Face;
  readonly #scanner: Scanner;
  #context: SKRSContext2D;

  constructor(face: Face, scanner: Scanner) {
    this.#face = face;
    this.#scanner = scanner;
    this.#context = createCanvas(1, 1).getContext('2d');
  }

  get context(): SKRSContext2D {
    return this.#context;
  }

  get onlyPage(): Canvas {
    const [page] = this.pages;
    if (page === undefined || this.pages.length !== 1) throw new Error('not one page');
    return page;
  }

  page(): void {
    const { dpi, skew } = this.#scanner;
    const scale = dpi / 72;
    const canvas = createCanvas(Math.round(paper.width * scale), Math.round(paper.height * scale));
    const context = canvas.getContext('2d');
    context.fillStyle = '#fbfaf7';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(scale, scale);
    context.translate(paper.width / 2, paper.height / 2);
    context.rotate((skew * Math.PI) / 180);
    context.translate(-paper.width / 2, -paper.height / 2);
    this.#context = context;
    this.pages.push(canvas);
  }

  use({ face, points, color }: Ink): void {
    this.#context.font = `${points}px "${this.#face[face]}"`;
    this.#context.fillStyle = color;
  }

  width(text: string): number {
    return this.#context.measureText(text).width;
  }

  write(text: string, x: number, y: number): void {
    this.#context.fillText(text, x, y);
  }

  line(x0: number, y0: number, x1: number, y1: number): void {
    this.#context.lineWidth = 0.7;
    this.#context.strokeStyle = '#000';
    this.#context.beginPath();
    this.#context.moveTo(x0, y0);
    this.#context.lineTo(x1, y1);
    this.#context.stroke();
  }
}

/** A red ring with a star and the agency's name along it, half over what is written there. */
export function stamp(
  context: SKRSContext2D,
  name: string,
  x: number,
  y: number,
  font: string,
): void {
  const radius = 60;
  context.save();
  context.globalAlpha = 0.75;
  context.strokeStyle = red;
  context.fillStyle = red;
  context.lineWidth = 3;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.font = `30px "${font}"`;
  context.fillText('★', x - 15, y + 11);
  context.font = `14px "${font}"`;
  const characters = [...name];
  for (const [index, character] of characters.entries()) {
    const angle = Math.PI * (-0.85 + (index / (characters.length - 1)) * 0.7);
    context.save();
    context.translate(x + Math.cos(angle) * (radius - 16), y + Math.sin(angle) * (radius - 16));
    context.rotate(angle + Math.PI / 2);
    context.fillText(character, -7, 5);
    context.restore();
  }
  context.restore();
}

export function asScans(script: Script, face: Face, scanner: Scanner): Canvas[] {
  const pen = new ScannedPen(face, scanner);
  drawScript(script, pen);
  if (scanner.seal) {
    const x = paper.left + paper.measure - 120;
    stamp(pen.context, scanner.seal, x, paper.bottom - 70, face.title);
  }
  return pen.pages;
}
