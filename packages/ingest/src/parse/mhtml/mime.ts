/** The parts of a MIME message (RFC 2045, 2046), as web archives have them (RFC 2557). */
import { TooLargeError } from '../../errors.ts';
import { decodeQuotedPrintable } from './quoted-printable.ts';

export interface Part {
  /** Lower case, e.g. `text/html`. */
  readonly type: string;
  /** Parameters of the content type, names in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Address or file name of what the part was saved from; empty for none. */
  readonly location: string;
  /** Without its brackets; empty for none. */
  readonly id: string;
  readonly content: Buffer;
}

const partLimit = 5000;
/** Parts of several parts inside of each other. */
const deepest = 8;
const headerLimit = 65_536;

const folded = /\r?\n[ \t]+/g;
const lineEnd = /\r?\n/;
const headerLine = /^([\w-]{1,80}):[ \t]*(.*)$/;
const parameter = /;\s*([\w-]{1,60})\s*=\s*(?:"([^"]{0,1000})"|([^\s;]{1,1000}))/g;
const brackets = /^<|>$/g;
const notBase64 = /[^A-Za-z0-9+/]/g;

interface Entity {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** Splits at the first empty line. */
function entityOf(bytes: Buffer): Entity {
  const crlf = bytes.indexOf('\r\n\r\n');
  const lf = bytes.indexOf('\n\n');
  const byCrlf = crlf >= 0 && (lf < 0 || crlf < lf);
  const end = byCrlf ? crlf : lf;
  const head = bytes.toString('latin1', 0, Math.min(end < 0 ? bytes.length : end, headerLimit));
  const headers = new Map<string, string>();
  for (const line of head.replace(folded, ' ').split(lineEnd)) {
    const [, name, value = ''] = headerLine.exec(line) ?? [];
    if (name !== undefined) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, body: end < 0 ? Buffer.alloc(0) : bytes.subarray(end + (byCrlf ? 4 : 2)) };
}

function parametersOf(header: string): Map<string, string> {
  const found = [...header.matchAll(parameter)];
  return new Map(
    found.map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']),
  );
}

function decoded(body: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') {
    return Buffer.from(body.toString('latin1').replace(notBase64, ''), 'base64');
  }
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

/** What stands between the boundaries; the last piece may miss its end. */
function pieces(body: Buffer, boundary: string): Buffer[] {
  const mark = `--${boundary}`;
  const found: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    // A boundary begins a line.
    if (at > 0 && body[at - 1] !== 0x0a) continue;
    if (start >= 0) found.push(body.subarray(start, at));
    const line = body.indexOf('\n', at);
    start = line < 0 ? body.length : line + 1;
    if (body.toString('latin1', at + mark.length, at + mark.length + 2) === '--') return found;
  }
  if (start >= 0) found.push(body.subarray(start));
  return found;
}

/**
 * All parts that are not made of parts, in order.
 *
 * @throws {TooLargeError} when there are too many.
 */
export function partsOf(message: Buffer, depth = 0): Part[] {
  const { headers, body } = entityOf(message);
  const header = headers.get('content-type') ?? 'text/plain';
  const [type = ''] = header.split(';');
  const parameters = parametersOf(header);
  const boundary = parameters.get('boundary');
  if (type.trim().toLowerCase().startsWith('multipart/') && boundary && depth < deepest) {
    const inner = pieces(body, boundary);
    if (inner.length > partLimit) {
      throw new TooLargeError(`A web archive of ${inner.length} parts`, `${partLimit} parts`);
    }
    return inner.flatMap((piece) => partsOf(piece, depth + 1));
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  return [
    {
      type: type.trim().toLowerCase(),
      parameters,
      location: headers.get('content-location') ?? '',
      id: (headers.get('content-id') ?? '').replace(brackets, ''),
      content: decoded(body, encoding),
    },
  ];
}

/** The parameters of the message itself, which name the part to begin with. */
export const rootOf = (message: Buffer): string => {
  const { headers } = entityOf(message);
  const start = parametersOf(headers.get('content-type') ?? '').get('start') ?? '';
  return start.replace(brackets, '');
};

/** Where the message was saved from; empty for none. */
export const savedFrom = (message: Buffer): string => {
  const { headers } = entityOf(message);
  return headers.get('snapshot-content-location') ?? headers.get('content-location') ?? '';
};
