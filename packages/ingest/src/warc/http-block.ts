/** The HTTP answer that the block of a `response` record holds. */
import { endOfFields, fieldsOf } from './fields.ts';

export interface HttpBlock {
  readonly status: number;
  /** Lower-case names; a repeated header's values are joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was recorded: chunked and compressed, or not. */
  readonly body: Buffer;
}

const statusLine = /^HTTP\/\d(?:\.\d)? +(\d{3})(?:[ \r\n]|$)/i;
/** Of an HTTP head, status line included. */
const longestHead = 1_048_576;

/** Undefined for what is no HTTP answer. */
export function httpBlock(block: Buffer): HttpBlock | undefined {
  const end = endOfFields(block.subarray(0, longestHead));
  const head = block.toString('latin1', 0, end < 0 ? longestHead : end);
  const status = statusLine.exec(head)?.[1];
  if (status === undefined) return undefined;
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of fieldsOf(head.slice(head.indexOf('\n') + 1))) {
    // Cookies are not kept: they may open someone's session.
    if (name === 'set-cookie') continue;
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  const body = end < 0 ? Buffer.alloc(0) : block.subarray(end);
  return { status: Number(status), headers: { ...headers }, body };
}
