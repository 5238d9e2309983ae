/** Pictures of a DOC: in the line, and floating over the page. */
import { UnreadableError } from '../../errors.ts';
import type { Picture } from '../word/picture.ts';
import { i32, u8, u16, u32 } from './bytes.ts';
import type { Fib } from './fib.ts';
import { type ArtRecord, artType, firstPicture, optionsOf, recordsOf } from './office-art.ts';

export interface Shape {
  readonly id: number;
  /** Character at which it is anchored. */
  readonly anchor: number;
  readonly picture: Picture | undefined;
  /** Text drawn as a picture (WordArt). */
  readonly text: string | undefined;
}

const twipsPerPoint = 20;
const shapeFile = 0x66;
const anchorSize = 26;

function opened(found: Buffer | undefined): Buffer {
  if (found) return found;
  throw new UnreadableError('picture', 'it is a drawing, or missing');
}

/** A picture in the line (PICFAndOfficeArtData, [MS-DOC] §2.9.190). */
export function inlinePicture({ data }: Fib, at: number): Picture | undefined {
  const length = i32(data, at);
  const header = u16(data, at + 4);
  if (length <= header || at + length > data.length) return undefined;
  const size = (goal: number, scale: number): number =>
    (u16(data, at + goal) * u16(data, at + scale)) / 1000 / twipsPerPoint;
  // The name of a linked file stands before the drawing.
  const linked = u16(data, at + 6) === shapeFile;
  const start = at + header + (linked ? 1 + u8(data, at + header) : 0);
  const name = `Data@${at}`;
  const read = (): Buffer => opened(firstPicture(data.subarray(start, at + length)));
  return { name, width: size(28, 32), height: size(30, 34), read };
}

interface ShapeRecord {
  readonly picture: number | undefined;
  readonly text: string | undefined;
}

/** Shapes by id, and the entries of the picture store in order. */
function readArt({ structure }: Fib): { shapes: Map<number, ShapeRecord>; store: ArtRecord[] } {
  const shapes = new Map<number, ShapeRecord>();
  const store: ArtRecord[] = [];
  const art = structure('drawings');
  // Each drawing follows a byte that says whether it is that of the text or of the headers.
  const first = u32(art, 4) + 8;
  const lists = [art.subarray(0, first)];
  for (let at = first; at + 9 <= art.length; at += 9 + u32(art, at + 5)) {
    lists.push(art.subarray(at + 1, at + 9 + u32(art, at + 5)));
  }
  let id = 0;
  for (const record of lists.flatMap((list) => [...recordsOf(list)])) {
    if (record.type === artType.storeEntry) store.push(record);
    if (record.type === artType.shapeId) id = u32(record.content, 0);
    if (record.type === artType.options) shapes.set(id, optionsOf(record));
  }
  return { shapes, store };
}

/** The picture of a store's entry lies with the entry, or in the stream of the text. */
function storedPicture({ content }: ArtRecord, { main }: Fib): Buffer | undefined {
  const inside = firstPicture(content.subarray(36 + u8(content, 33)));
  if (inside) return inside;
  const at = u32(content, 28);
  return at < main.length ? firstPicture(main.subarray(at, at + 8 + u32(main, at + 4))) : undefined;
}

/** Shapes over the page of the main text, in the order of their anchors (PlcfSpa, §2.8.37). */
export function shapesOf(fib: Fib): Shape[] {
  const anchors = fib.structure('shapes');
  const count = Math.max(0, Math.floor((anchors.length - 4) / (4 + anchorSize)));
  if (count === 0) return [];
  const { shapes, store } = readArt(fib);
  return Array.from({ length: count }, (_, index): Shape => {
    const at = (count + 1) * 4 + index * anchorSize;
    const id = i32(anchors, at);
    const { picture, text } = shapes.get(id) ?? {};
    const entry = picture === undefined ? undefined : store[picture - 1];
    const size = (from: number): number =>
      Math.max(0, i32(anchors, at + from + 8) - i32(anchors, at + from)) / twipsPerPoint;
    const [width, height] = [size(4), size(8)];
    const read = entry && ((): Buffer => opened(storedPicture(entry, fib)));
    return {
      id,
      anchor: u32(anchors, index * 4),
      picture: read && { name: `shape ${id}`, width, height, read },
      text,
    };
  });
}
