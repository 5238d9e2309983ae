/** A round seal as offices have it cut: 42 mm, a ring, a star, and the name along the ring from left to right. */
import type { SKRSContext2D } from '@napi-rs/canvas';

const red = '#d7141a';
/** Points: 21 mm (国发〔1999〕25号). */
const radius = 59.5;
const [letter, room] = [15.5, 26];

/** @param x Its middle, in points. @param font Family of the letters. */
export function roundSeal(
  context: SKRSContext2D,
  name: string,
  x: number,
  y: number,
  font: string,
): void {
  context.save();
  context.globalAlpha = 0.78;
  context.strokeStyle = red;
  context.fillStyle = red;
  context.lineWidth = 3.4;
  context.beginPath();
  context.arc(x, y, radius - 1.7, 0, 2 * Math.PI);
  context.stroke();
  context.font = `34px "${font}"`;
  context.fillText('★', x - 17, y + 12);
  context.font = `${letter}px "${font}"`;
  const characters = [...name];
  const step = Math.min(room, 250 / characters.length);
  for (const [index, character] of characters.entries()) {
    const degrees = -90 + (index - (characters.length - 1) / 2) * step;
    const angle = (degrees * Math.PI) / 180;
    const at = radius - 7 - letter / 2;
    context.save();
    context.translate(x + Math.cos(angle) * at, y + Math.sin(angle) * at);
    context.rotate(angle + Math.PI / 2);
    context.fillText(character, -letter / 2, letter * 0.36);
    context.restore();
  }
  context.restore();
}
