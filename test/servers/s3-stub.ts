/**
 * An S3 server in this process that answers wrongly on request, as real ones do on bad days.
 *
 * It knows only what the store asks for: put, get, head, delete and list of one bucket, path style,
 * signatures unread.
 */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export type Fault =
  /** The connection is cut before an answer. */
  | 'reset'
  /** The object is stored, then the connection is cut: the client cannot know. */
  | 'reset-after-put'
  | 'internal-error'
  | 'slow-down'
  | 'bad-digest'
  | 'clock-skew'
  /** An error inside an answer of status 200. */
  | 'error-in-200'
  /** Half of the body, then nothing more. */
  | 'stall'
  /** Half of the body, then the end. */
  | 'cut-body'
  /** No answer at all. */
  | 'silence'
  /** An ETag that is no MD5, as with encrypted buckets. */
  | 'odd-etag'
  /** As above, and something else is stored than was sent. */
  | 'odd-etag-wrong-bytes';

export interface S3Stub extends AsyncDisposable {
  readonly endpoint: string;
  readonly objects: Map<string, Buffer>;
  /** `GET /bucket/key`, one per request. */
  readonly requests: string[];
  /** The next requests meet these, in order. */
  fail(...faults: readonly Fault[]): void;
}

const errors: Partial<Record<Fault, readonly [status: number, code: string]>> = {
  'internal-error': [500, 'InternalError'],
  'slow-down': [503, 'SlowDown'],
  'bad-digest': [400, 'BadDigest'],
  'clock-skew': [403, 'RequestTimeTooSkewed'],
  'error-in-200': [200, 'InternalError'],
};

export async function startS3Stub(): Promise<S3Stub> {
  const objects = new Map<string, Buffer>();
  const requests: string[] = [];
  const faults: Fault[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    void answer(objects, faults.shift(), request, response);
  });
  const port = await listening(server);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    requests,
    fail(...more) {
      faults.push(...more);
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(
  objects: Map<string, Buffer>,
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = Buffer.concat(await Array.fromAsync(request, (chunk: Buffer) => chunk));
  const error = fault && errors[fault];
  if (error) sendError(response, ...error);
  else if (fault === 'reset') request.socket.destroy();
  else if (fault !== 'silence') serve(objects, body, fault, request, response);
}

function serve(
  objects: Map<string, Buffer>,
  body: Buffer,
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stub');
  const key = decodeURIComponent(pathname.split('/').slice(2).join('/'));
  if (request.method === 'PUT') put(objects, key, body, fault, response);
  else if (request.method === 'DELETE') remove(objects, key, response);
  else if (key === '') list(objects, searchParams.get('prefix') ?? '', response);
  else get(objects.get(key), fault, request, response);
}

function remove(objects: Map<string, Buffer>, key: string, response: ServerResponse): void {
  objects.delete(key);
  response.writeHead(204).end();
}

function put(
  objects: Map<string, Buffer>,
  key: string,
  body: Buffer,
  fault: Fault | undefined,
  response: ServerResponse,
): void {
  const stored = fault === 'odd-etag-wrong-bytes' ? body.subarray(1) : body;
  objects.set(key, stored);
  if (fault === 'reset-after-put') {
    response.socket?.destroy();
    return;
  }
  const md5 = createHash('md5').update(stored).digest('hex');
  const etag = fault?.startsWith('odd-etag') ? `${md5}-encrypted` : md5;
  response.writeHead(200, { etag: `"${etag}"` }).end();
}

function get(
  object: Buffer | undefined,
  fault: Fault | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!object) {
    sendError(response, 404, 'NoSuchKey');
    return;
  }
  response.writeHead(200, { 'content-length': object.byteLength });
  if (request.method === 'HEAD') response.end();
  else if (fault === 'stall') response.write(half(object));
  else if (fault === 'cut-body') response.write(half(object), () => response.socket?.destroy());
  else response.end(object);
}

const half = (object: Buffer): Buffer => object.subarray(0, object.byteLength / 2);

function list(objects: Map<string, Buffer>, prefix: string, response: ServerResponse): void {
  const contents = [...objects]
    .filter(([key]) => key.startsWith(prefix))
    .map(
      ([key, { byteLength }]) => `<Contents><Key>${key}</Key><Size>${byteLength}</Size></Contents>`,
    );
  response
    .writeHead(200, { 'content-type': 'application/xml' })
    .end(
      `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`,
    );
}

function sendError(response: ServerResponse, status: number, code: string): void {
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>as asked</Message></Error>`);
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new TypeError('no port'));
      else resolve(address.port);
    });
  });
}
