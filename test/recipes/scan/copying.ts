/** What the copier, the file and the desk leave on a page: holes, dark edges, staples, folds, stamps, other ways up. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { asSharp, changed, type Pixels, pixelsOf } from './pixels.ts';
import type { Wear } from './wear.ts';

const millimetresPerPage = 210;

/** Draws over the page. @param draw Its unit is a millimetre. */
const drawn =
  (draw: (context: SKRSContext2D, width: number, height: number) => void): Wear =>
  async (page) => {
    const canvas = canvasOf(page);
    const context = canvas.getContext('2d');
    const unit = page.width / millimetresPerPage;
    context.scale(unit, unit);
    draw(context, millimetresPerPage, page.height / unit);
    return pixelsOf(canvas);
  };

function canvasOf({ width, height, data }: Pixels): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  const image = context.createImageData(width, height);
  for (let i = 0, j = 0; i < data.length; i += 3, j += 4) {
    image.data[j] = data[i] ?? 0;
    image.data[j + 1] = data[i + 1] ?? 0;
    image.data[j + 2] = data[i + 2] ?? 0;
    image.data[j + 3] = 255;
  }
  context.putImageData(image, 0, 0);
  return canvas;
}

/** Two holes of a binder along the left edge: copied, they are black discs. @param edge Millimetres to their middle. */
export const punched = (edge = 12): Wear =>
  drawn((context, _width, height) => {
    context.fillStyle = '#1c1c1c';
    for (const y of [height / 2 - 40, height / 2 + 40]) {
      context.beginPath();
      context.arc(edge, y, 2.8, 0, 2 * Math.PI);
      context.fill();
    }
  });

/** The lid was open: a black edge along two sides, and a dark corner where the sheet was folded. */
export const darkEdged: Wear = drawn((context, width, height) => {
  context.fillStyle = '#161616';
  context.fillRect(0, 0, 5, height);
  context.fillRect(0, height - 4, width, 4);
  context.beginPath();
  context.moveTo(width, 0);
  context.lineTo(width - 17, 0);
  context.lineTo(width, 13);
  context.fill();
});

/** A staple across the upper left corner, with its shadow. */
export const stapled: Wear = drawn((context) => {
  context.strokeStyle = '#303030';
  context.lineWidth = 0.9;
  context.beginPath();
  context.moveTo(9, 19);
  context.lineTo(18, 10);
  context.stroke();
});

/** The shadow of a fold across the page and of the binding along its left side. */
export const folded: Wear = async (page) =>
  changed(page, (old, x, y) => {
    const fold = 0.28 * Math.exp(-(((y / page.height - 0.5) * 60) ** 2));
    const binding = 0.6 * Math.exp(-(x / page.width) * 22);
    return old * (1 - Math.max(fold, binding));
  });

/** Copied in black and white: what was red is grey now. @param contrast 1 leaves greys as they are. */
export const uncoloured =
  (contrast = 1.2): Wear =>
  async (page) =>
    changed(page, (_old, _x, _y, i) => {
      const at = i - (i % 3);
      const [red, green, blue] = [
        page.data[at] ?? 0,
        page.data[at + 1] ?? 0,
        page.data[at + 2] ?? 0,
      ];
      return 255 - (255 - (0.299 * red + 0.587 * green + 0.114 * blue)) * contrast;
    });

/** A pale word across the whole page, again and again. */
export const watermarked = (word: string, face: string): Wear =>
  drawn((context, width, height) => {
    context.fillStyle = 'rgba(90, 90, 100, 0.22)';
    context.font = `16px "${face}"`;
    for (let y = 30; y < height; y += 60) {
      for (let x = -10; x < width; x += 80) {
        context.save();
        context.translate(x, y);
        context.rotate(-Math.PI / 6);
        context.fillText(word, 0, 0);
        context.restore();
      }
    }
  });

/** The frame and word that a clerk stamps on a copy, in blue, clear of the text. */
export const stampedAsCopy = (face: string): Wear =>
  drawn((context, width) => {
    context.save();
    context.translate(width - 48, 22);
    context.rotate(-0.12);
    context.strokeStyle = '#2b3f9c';
    context.fillStyle = '#2b3f9c';
    context.lineWidth = 0.7;
    context.strokeRect(-16, -7, 32, 10);
    context.font = `7px "${face}"`;
    context.fillText('复印件', -10.5, 0.8);
    context.restore();
  });

/** Laid on the glass another way up. @param degrees Clockwise. */
export const laid =
  (degrees: 90 | 180 | 270): Wear =>
  async (page) => {
    const { data, info } = await asSharp(page)
      .rotate(degrees)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data };
  };
