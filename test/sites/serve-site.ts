/** Serves a simulated agency site on the loopback address, with validators, and keeps a log. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Seen } from './log.ts';

export interface Resource {
  readonly status?: number;
  readonly type?: string;
  readonly body?: Uint8Array | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Given only to those who come from a page of the site. */
  readonly needsReferer?: boolean;
}

/** By path and query; a function for what a script makes. */
export type Resources = ReadonlyMap<string, Resource> | ((path: string) => Resource | undefined);

export interface ServedSite extends AsyncDisposable {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  readonly log: Seen[];
}

const lastModified = 'Mon, 03 Mar 2025 01:00:00 GMT';
const missing: Resource = { status: 404, type: 'text/html', body: '<h1>404 Not Found</h1>' };

/** @param delay Milliseconds that every answer takes, as servers of agencies do. */
export async function serveSite(resources: Resources, delay = 3): Promise<ServedSite> {
  const log: Seen[] = [];
  const find = typeof resources === 'function' ? resources : (path: string) => resources.get(path);
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const seen: Seen = { at: performance.now(), path, headers: request.headers, status: 0 };
    log.push(seen);
    response.on('close', () => {
      seen.ended = performance.now();
      seen.status = response.statusCode;
    });
    setTimeout(() => answer(request, response, find(path) ?? missing), delay);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server)}`,
    log,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The site has no port');
  return address.port;
}

function answer(request: IncomingMessage, response: ServerResponse, resource: Resource): void {
  const { status = 200, type = 'text/html; charset=utf-8', body = '', headers = {} } = resource;
  if (resource.needsReferer === true && request.headers.referer === undefined) {
    response.writeHead(403, { 'content-type': 'text/html' }).end('<p>请从本站页面下载</p>');
    return;
  }
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  if (status !== 200) {
    response.writeHead(status, { 'content-type': type, ...headers }).end(bytes);
    return;
  }
  const etag = `"${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}"`;
  const validators = { etag, 'last-modified': lastModified };
  if (request.headers['if-none-match'] === etag) response.writeHead(304, validators).end();
  else {
    const length = { 'content-length': String(bytes.length) };
    response
      .writeHead(200, { 'content-type': type, ...validators, ...length, ...headers })
      .end(bytes);
  }
}
