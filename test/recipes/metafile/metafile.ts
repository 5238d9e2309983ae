/** Drawings that set letters: EMF and WMF from their records. */
import iconv from 'iconv-lite';

export interface Letters {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Units from a letter to the next. */
const advance = 20;

function record(type: number, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(type, 0);
  head.writeUInt32LE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, at * 4);
  return bytes;
};

function emfText({ x, y, text }: Letters): Buffer {
  const string = Buffer.from(text, 'utf16le');
  const padded = Buffer.concat([string, Buffer.alloc((4 - (string.length % 4)) % 4)]);
  const places = words(...Array.from(text, () => advance));
  const head = words(0, 0, 9, 9, 1, 0, 0, x, y, text.length, 76, 0, 0, 0, 0, 0, 76 + padded.length);
  return record(84, Buffer.concat([head, padded, places]));
}

export function emf(pieces: readonly Letters[]): Buffer {
  const header = Buffer.alloc(80);
  header.write(' EMF', 32, 'latin1');
  return Buffer.concat([record(1, header), ...pieces.map(emfText), record(14, words(0, 0, 20))]);
}

function wmfText({ x, y, text }: Letters): Buffer {
  const string = iconv.encode(text, 'gbk');
  const bytes = Buffer.alloc(14 + string.length + (string.length % 2));
  bytes.writeUInt32LE(bytes.length / 2, 0);
  bytes.writeUInt16LE(0x0a32, 4);
  bytes.writeInt16LE(y, 6);
  bytes.writeInt16LE(x, 8);
  bytes.writeUInt16LE(string.length, 10);
  string.copy(bytes, 14);
  return bytes;
}

export function wmf(pieces: readonly Letters[]): Buffer {
  const header = Buffer.from('010009000003000000000000000000000000', 'hex');
  return Buffer.concat([header, ...pieces.map(wmfText), Buffer.from('030000000000', 'hex')]);
}
