/**
 * Pages put together from files in two encodings: a head in UTF-8 around a text in GBK, or the other
 * way round. Read stretch by stretch, between the signs of markup, which no multi-byte character holds.
 */
import { isUtf8 } from 'node:buffer';
import { looksOf } from './plausible.ts';

type Pair = 'utf-8' | 'gb18030';

/** `\n`, `<`, `>`, `"`: ASCII in both, and never the second byte of a character. */
const dividers = new Set([0x0a, 0x3c, 0x3e, 0x22]);
/** Bytes of other characters that a stretch must hold to be believed in another encoding: three Han. */
const enough = 6;
/** Share of frequent characters that the other reading must have, and that the first must not. */
const convincing = 0.8;
const doubtful = 0.6;

const other = (charset: Pair): Pair => (charset === 'utf-8' ? 'gb18030' : 'utf-8');

/** How many bytes are no ASCII. */
export function highBytes(bytes: Uint8Array): number {
  let count = 0;
  // By index: every byte of every page passes here, and an iterator makes an object for each.
  for (let at = 0; at < bytes.length; at++) if ((bytes[at] ?? 0) > 0x7f) count += 1;
  return count;
}

/** Whether a stretch is in the other encoding, beyond doubt. */
function isOther(bytes: Uint8Array, charset: Pair): boolean {
  if (isUtf8(bytes) === (charset === 'utf-8') || highBytes(bytes) < enough) return false;
  const first = looksOf(new TextDecoder(charset).decode(bytes), 'any');
  const second = looksOf(new TextDecoder(other(charset)).decode(bytes), 'simplified');
  return second.lost === 0 && second.share >= convincing && first.share <= doubtful;
}

/** Where the next stretch ends: behind a divider. */
function endOfStretch(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !dividers.has(bytes[at] ?? 0)) at += 1;
  return Math.min(bytes.length, at + 1);
}

/**
 * Share of the bytes beyond ASCII that stand in stretches of valid UTF-8: near 1 for UTF-8 with a few
 * broken bytes, near 0 for GBK, whose words are valid UTF-8 only by chance and when they are short.
 */
export function utf8Share(bytes: Uint8Array): number {
  let [valid, all] = [0, 0];
  for (let from = 0; from < bytes.length; ) {
    const to = endOfStretch(bytes, from);
    const stretch = bytes.subarray(from, to);
    const high = highBytes(stretch);
    all += high;
    if (high >= enough && isUtf8(stretch)) valid += high;
    from = to;
  }
  return all === 0 ? 0 : valid / all;
}

export interface Mixed {
  readonly text: string;
  /** Stretches that were read in the other encoding. */
  readonly stretches: number;
}

/** Reads a page whose parts may be in two encodings; `charset` is that of most of them. */
export function readMixed(bytes: Uint8Array, charset: Pair): Mixed {
  const parts: string[] = [];
  let stretches = 0;
  let open = 0;
  const read = (label: Pair, from: number, to: number): void => {
    if (to > from)
      parts.push(new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(from, to)));
  };
  for (let from = 0; from < bytes.length; ) {
    const to = endOfStretch(bytes, from);
    if (isOther(bytes.subarray(from, to), charset)) {
      read(charset, open, from);
      read(other(charset), from, to);
      stretches += 1;
      open = to;
    }
    from = to;
  }
  read(charset, open, bytes.length);
  return { text: parts.join(''), stretches };
}
