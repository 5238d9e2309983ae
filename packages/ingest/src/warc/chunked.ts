/** Undoes the chunked transfer coding (RFC 9112 §7.1), which recordings keep or have undone already. */

const sizeLine = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n/i;
const longestLine = 1024;

export interface Unchunked {
  readonly bytes: Buffer;
  /** False where the last chunk is missing. */
  readonly whole: boolean;
}

/** Undefined for what is not chunked: many recorders keep the label and not the chunks. */
export function unchunked(body: Buffer): Unchunked | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = sizeLine.exec(body.toString('latin1', at, at + longestLine));
    if (!line) return at === 0 ? undefined : { bytes: Buffer.concat(parts), whole: false };
    const [{ length }, size = ''] = line;
    const start = at + length;
    const end = start + Number.parseInt(size, 16);
    if (end === start) return { bytes: Buffer.concat(parts), whole: true };
    // Letters of a text may look like a size: no line end follows what it says.
    if (at === 0 && end < body.length && body[end] !== 13 && body[end] !== 10) return undefined;
    parts.push(body.subarray(start, end));
    if (end >= body.length) return { bytes: Buffer.concat(parts), whole: false };
    at = end + (body[end] === 13 ? 2 : 1);
  }
}
