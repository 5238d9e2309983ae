/** Pages of properties ([MS-DOC] §2.9.33, §2.9.175), one run on each. */

export const pageSize = 512;

/** Letters from one byte of the stream to another, and their modifiers. */
export interface Run {
  readonly start: number;
  readonly end: number;
  readonly properties: Buffer;
}

const contentAt = 128;

function page({ start, end }: Run, content: Buffer): Buffer {
  const bytes = Buffer.alloc(pageSize);
  bytes.writeUInt32LE(start, 0);
  bytes.writeUInt32LE(end, 4);
  bytes.writeUInt8(contentAt / 2, 8);
  content.copy(bytes, contentAt);
  bytes.writeUInt8(1, pageSize - 1);
  return bytes;
}

/** Length, then modifiers. */
export const letterPage = (run: Run): Buffer =>
  page(run, Buffer.concat([Buffer.from([run.properties.length]), run.properties]));

/** Zero, half the length, the style, then modifiers. */
export function paragraphPage(run: Run): Buffer {
  const length = Math.ceil((run.properties.length + 2) / 2);
  return page(run, Buffer.concat([Buffer.from([0, length, 0, 0]), run.properties]));
}

/** Which page holds the runs from which byte on. */
export function pageTable(runs: readonly Run[], firstPage: number): Buffer {
  const bytes = Buffer.alloc((runs.length + 1) * 4 + runs.length * 4);
  for (const [at, { start, end }] of runs.entries()) {
    bytes.writeUInt32LE(start, at * 4);
    bytes.writeUInt32LE(end, (at + 1) * 4);
    bytes.writeUInt32LE(firstPage + at, (runs.length + 1 + at) * 4);
  }
  return bytes;
}
