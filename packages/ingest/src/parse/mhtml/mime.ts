/** The parts of a MIME message (RFC 2045, 2046), as web archives have them (RFC 2557). */
import { TooLargeError } from '../../errors.ts';
import { decodeBase64 } from './base64.ts';
import { decodedWords } from './encoded-words.ts';
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

/** Parts of the whole message, whatever they are inside of. */
const partLimit = 5000;
/** Parts of several parts inside of each other. */
const deepest = 8;
const headerLimit = 65_536;

const folded = /\r?\n[ \t]+/g;
const lineEnd = /\r?\n/;
const headerLine = /^([\w-]{1,80}):[ \t]*(.*)$/;
const parameter = /;\s*([\w-]{1,60})\s*=\s*(?:"([^"]{0,1000})"|([^\s;]{1,1000}))/g;
const multipart = /^\s{0,20}multipart\//i;
/** Long addresses are folded over lines. */
const addressBreaks = /\s+/g;
const brackets = /^<|>$/g;

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
  if (encoding === 'base64') return decodeBase64(body);
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(body) : body;
}

interface Pieces {
  readonly pieces: readonly Buffer[];
  /** Whether the closing boundary is there. */
  readonly closed: boolean;
}

/** What may stand between a boundary and the end of its line. */
const afterBoundary = /^(--)?[ \t]{0,80}(?:\r?\n|$)/;
const longestRest = 90;

/** What stands between the boundaries; the last piece may miss its end (RFC 2046 §5.1.1). */
function piecesOf(body: Buffer, boundary: string): Pieces {
  const mark = `--${boundary}`;
  const pieces: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const behind = at + mark.length;
    const rest = afterBoundary.exec(body.toString('latin1', behind, behind + longestRest));
    // A boundary is a line of its own: a line that only begins like it is text.
    if (!rest || (at > 0 && body[at - 1] !== 0x0a)) continue;
    if (start >= 0) pieces.push(body.subarray(start, at));
    start = behind + rest[0].length;
    if (rest[1] !== undefined) return { pieces, closed: true };
  }
  if (start >= 0) pieces.push(body.subarray(start));
  return { pieces, closed: false };
}

export interface Parts {
  /** All parts that are not made of parts, in order. */
  readonly parts: readonly Part[];
  /** Whether a closing boundary is missing: the file breaks off. */
  readonly cutOff: boolean;
}

/** @throws {TooLargeError} when there are too many. */
export function partsOf(message: Buffer): Parts {
  const parts: Part[] = [];
  let cutOff = false;
  const walk = (bytes: Buffer, depth: number): void => {
    const entity = entityOf(bytes);
    const boundary = boundaryOf(entity);
    if (boundary === undefined || depth >= deepest) {
      if (parts.length >= partLimit) {
        throw new TooLargeError('A web archive of more parts', `${partLimit} parts`);
      }
      parts.push(partOf(entity));
      return;
    }
    const { pieces, closed } = piecesOf(entity.body, boundary);
    if (!closed) cutOff = true;
    for (const piece of pieces) walk(piece, depth + 1);
  };
  walk(message, 0);
  return { parts, cutOff };
}

const typeOf = ({ headers }: Entity): string => headers.get('content-type') ?? 'text/plain';

function boundaryOf(entity: Entity): string | undefined {
  const header = typeOf(entity);
  return multipart.test(header) ? parametersOf(header).get('boundary') : undefined;
}

function partOf(entity: Entity): Part {
  const { headers, body } = entity;
  const header = typeOf(entity);
  const [type = ''] = header.split(';');
  return {
    type: type.trim().toLowerCase(),
    parameters: parametersOf(header),
    location: locationOf(headers),
    id: (headers.get('content-id') ?? '').replace(brackets, ''),
    content: decoded(body, (headers.get('content-transfer-encoding') ?? '').toLowerCase()),
  };
}

const locationOf = (headers: Entity['headers']): string =>
  decodedWords(headers.get('content-location') ?? '').replace(addressBreaks, '');

/** The title that the program gave the archive; empty for none. */
export const subjectOf = (message: Buffer): string =>
  decodedWords(entityOf(message).headers.get('subject') ?? '').trim();

/** The parameters of the message itself, which name the part to begin with. */
export const rootOf = (message: Buffer): string => {
  const { headers } = entityOf(message);
  const start = parametersOf(headers.get('content-type') ?? '').get('start') ?? '';
  return start.replace(brackets, '');
};

/** Where the message was saved from; empty for none. */
export const savedFrom = (message: Buffer): string => {
  const { headers } = entityOf(message);
  return headers.get('snapshot-content-location') ?? locationOf(headers);
};
