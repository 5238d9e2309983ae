/** A script as page images: what a flatbed scanner makes of the printed document. */
import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Script } from '../script.ts';
import { drawScript } from './paper.ts';
import { type Face, paper } from './sheets.ts';

export interface Scanner {
  /** Pixels per inch. */
  readonly dpi: number;
  /** Degrees by which the sheet lies askew. */
  readonly skew: number;
  /** Text of a round red seal laid over the signature, or null. */
  readonly seal: string | null;
}

/** A red ring with a star and the agency's name along it, half over what is written there. */
function stamp(context: SKRSContext2D, name: string, x: number, y: number, font: string): void {
  const radius = 60;
  context.save();
  context.globalAlpha = 0.75;
  context.strokeStyle = '#d7141a';
  context.fillStyle = '#d7141a';
  context.lineWidth = 3;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
  context.font = `30px "${font}"`;
  context.fillText('★', x - 15, y + 11);
  context.font = `14px "${font}"`;
  const characters = [...name];
  for (const [index, character] of characters.entries()) {
    const angle = -Math.PI * 0.85 + (index / (characters.length - 1)) * Math.PI * 0.7;
    context.save();
    context.translate(x + Math.cos(angle) * (radius - 16), y + Math.sin(angle) * (radius - 16));
    context.rotate(angle + Math.PI / 2);
    context.fillText(character, -7, 5);
    context.restore();
  }
  context.restore();
}

function sheet({ dpi, skew }: Scanner): { canvas: Canvas; context: SKRSContext2D } {
  const scale = dpi / 72;
  const canvas = createCanvas(Math.round(paper.width * scale), Math.round(paper.height * scale));
  const context = canvas.getContext('2d');
  context.fillStyle = '#fbfaf7';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.translate(paper.width / 2, paper.height / 2);
  context.rotate((skew * Math.PI) / 180);
  context.translate(-paper.width / 2, -paper.height / 2);
  return { canvas, context };
}

export function asScans(script: Script, face: Face, scanner: Scanner): Canvas[] {
  const pages: Canvas[] = [];
  let last: SKRSContext2D | undefined;
  drawScript(script, face, () => {
    const { canvas, context } = sheet(scanner);
    pages.push(canvas);
    last = context;
    return context;
  });
  const signatures = script.blocks.filter((block) => 'right' in block).length;
  if (scanner.seal && last && signatures > 0) {
    stamp(last, scanner.seal, paper.left + paper.measure - 120, paper.bottom - 70, face.title);
  }
  return pages;
}
