import { createServer, type RequestListener, type Server } from 'node:http';
import {
  type AddressInfo,
  createServer as createSocketServer,
  type Socket,
  type Server as SocketServer,
} from 'node:net';
import {
  brotliCompressSync,
  deflateRawSync,
  deflateSync,
  gzipSync,
  zstdCompressSync,
} from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { Fetcher, type FetcherOptions } from './fetcher.ts';
import { fetchFile } from './index.ts';

const open: (Server | SocketServer)[] = [];
const sockets = new Set<Socket>();

afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets.clear();
  await Promise.all(
    open.splice(0).map((server) => new Promise((resolve) => server.close(resolve))),
  );
});

async function listen(server: Server | SocketServer): Promise<string> {
  open.push(server);
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const serve = (handle: RequestListener): Promise<string> => listen(createServer(handle));

/** A server that answers with these bytes, whatever it is asked. */
const raw = (text: string | Uint8Array, stay = false): Promise<string> =>
  listen(
    createSocketServer((socket) => {
      socket
        .on('error', () => undefined)
        .once('data', () => {
          socket.write(text);
          if (!stay) socket.end();
        });
    }),
  );

const loopback: FetcherOptions = { allowAddresses: ['127.0.0.0/8'] };
const quick = { headers: 300, total: 2000, slowWindow: 300, slowBytes: 1000, bytes: 200_000 };

async function get(address: string, limits: FetcherOptions['limits'] = {}) {
  await using fetcher = new Fetcher({ ...loopback, limits });
  return await fetcher.get(address);
}

const page = '<html><body>政府信息公开</body></html>';

test('a file with what its server said', async () => {
  const origin = await serve((_, response) => {
    response.setHeader('content-type', 'text/html; charset=GB2312');
    response.setHeader('set-cookie', 'JSESSIONID=secret');
    response.end(page);
  });
  const now = (): Date => new Date('2026-01-02T03:04:05Z');
  const { file, answer } = await fetchFile(`${origin}/a/%E5%B9%B4%E6%8A%A5.html#top`, {
    ...loopback,
    now,
  });
  expect(file).toMatchObject({
    url: `${origin}/a/%E5%B9%B4%E6%8A%A5.html`,
    fileName: '年报.html',
    declaredType: 'text/html',
    declaredCharset: 'GB2312',
    fetchedAt: '2026-01-02T03:04:05.000Z',
  });
  expect(Buffer.from(file.bytes).toString()).toBe(page);
  expect(answer).toMatchObject({ status: 200, redirects: [], length: 'declared' });
  expect(answer.headers).not.toHaveProperty('set-cookie');
});

test('the request says who asks, why, and what is known', async () => {
  let seen: NodeJS.Dict<string | string[]> = {};
  const origin = await serve((request, response) => {
    seen = request.headers;
    response.writeHead(304).end();
  });
  await using fetcher = new Fetcher({ ...loopback, userAgent: 'xxgk/9 (+mailto:a@b.cn)' });
  const answer = await fetcher.get(origin, {
    etag: '"1"',
    lastModified: 'Mon',
    referer: `${origin}/list`,
  });
  expect(answer).toMatchObject({ status: 304, bytes: new Uint8Array() });
  expect(seen).toMatchObject({
    'user-agent': 'xxgk/9 (+mailto:a@b.cn)',
    'if-none-match': '"1"',
    'if-modified-since': 'Mon',
    referer: `${origin}/list`,
  });
  expect(seen).not.toHaveProperty('cookie');
});

test('nothing is connected to on this machine without an exception', async () => {
  let asked = 0;
  const origin = await serve((_, response) => {
    asked += 1;
    response.end(page);
  });
  await expect(fetchFile(origin)).rejects.toMatchObject({ code: 'fetch/refused-address' });
  expect(asked).toBe(0);
});

describe('compression', () => {
  const long = Buffer.from('政府信息公开'.repeat(500));
  const forms: readonly (readonly [string, Uint8Array])[] = [
    ['gzip', gzipSync(long)],
    ['x-gzip', gzipSync(long)],
    ['deflate', deflateSync(long)],
    ['deflate', deflateRawSync(long)],
    ['br', brotliCompressSync(long)],
    ['zstd', zstdCompressSync(long)],
    ['gzip, gzip', gzipSync(gzipSync(long))],
    ['identity', long],
    // A label without truth.
    ['gzip', long],
  ];
  test.each(forms)('%s is undone', async (encoding, body) => {
    const origin = await serve((_, response) =>
      response.setHeader('content-encoding', encoding).end(body),
    );
    const { bytes } = await get(origin);
    expect(Buffer.from(bytes).equals(long)).toBe(true);
  });

  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const refused: readonly (readonly [string, string, Uint8Array])[] = [
    ['gzip', 'fetch/too-large', bomb],
    ['gzip, gzip', 'fetch/too-large', gzipSync(bomb)],
    ['deflate', 'fetch/too-large', deflateSync(Buffer.alloc(50_000_000))],
    ['br', 'fetch/too-large', brotliCompressSync(Buffer.alloc(5_000_000))],
    ['zstd', 'fetch/too-large', zstdCompressSync(Buffer.alloc(50_000_000))],
    ['gzip, gzip, gzip', 'fetch/bad-answer', gzipSync(gzipSync(gzipSync(long)))],
    ['compress', 'fetch/bad-answer', long],
    ['constructor', 'fetch/bad-answer', long],
    ['gzip', 'fetch/incomplete', gzipSync(long).subarray(0, 40)],
    ['br', 'fetch/bad-answer', long],
  ];
  test.each(refused)('%s: %s', async (encoding, code, body) => {
    const origin = await serve((_, response) =>
      response.setHeader('content-encoding', encoding).end(body),
    );
    await expect(get(origin, quick)).rejects.toMatchObject({ code });
  });
});

describe('redirects', () => {
  const redirecting = (location: (path: string) => string | undefined): Promise<string> =>
    serve((request, response) => {
      const to = location(request.url ?? '/');
      if (to === undefined) response.end(page);
      else response.writeHead(302, { location: to }).end();
    });

  test('are followed, and told', async () => {
    const origin = await redirecting((path) => ({ '/a': '/b', '/b': 'c' })[path]);
    const answer = await get(`${origin}/a`);
    expect(answer).toMatchObject({
      requested: `${origin}/a`,
      url: `${origin}/c`,
      redirects: [`${origin}/b`],
      status: 200,
    });
  });

  test('a Chinese address that is not escaped is understood', async () => {
    const origin = await serve((request, response) => {
      if (request.url === '/a') {
        response.writeHead(302, { location: Buffer.from('/年报').toString('latin1') }).end();
      } else response.end(page);
    });
    expect((await get(`${origin}/a`)).url).toBe(`${origin}/${encodeURIComponent('年报')}`);
  });

  const bad: readonly (readonly [string, string])[] = [
    ['/same', 'fetch/too-many-redirects'],
    ['http://169.254.169.254/latest/meta-data/', 'fetch/refused-address'],
    ['http://[::ffff:10.0.0.1]/', 'fetch/refused-address'],
    ['file:///etc/passwd', 'fetch/bad-address'],
    ['data:text/html,x', 'fetch/bad-address'],
    ['ftp://example.com/', 'fetch/bad-address'],
    ['http://user:pass@127.0.0.1/', 'fetch/bad-address'],
    ['//127.1:6379/', 'fetch/bad-address'],
  ];
  test.each(bad)('to %s: %s', async (target, code) => {
    const origin = await redirecting(() => target);
    await expect(get(`${origin}/same`)).rejects.toMatchObject({ code });
  });

  test('ten hops are followed, the eleventh is not', async () => {
    const origin = await redirecting((path) =>
      path === '/0' ? undefined : `/${Number(path.slice(1)) - 1}`,
    );
    expect((await get(`${origin}/10`)).redirects).toHaveLength(9);
    await expect(get(`${origin}/11`)).rejects.toMatchObject({ code: 'fetch/too-many-redirects' });
  });
});

describe('answers that are not as they should be', () => {
  const ok = 'HTTP/1.1 200 OK\r\n';
  const answers: readonly (readonly [string, string, string])[] = [
    ['shorter than declared', `${ok}Content-Length: 100\r\n\r\nshort`, 'fetch/incomplete'],
    ['two lengths', `${ok}Content-Length: 5\r\nContent-Length: 6\r\n\r\n12345`, 'fetch/incomplete'],
    [
      'length and chunks',
      `${ok}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n0\r\n\r\n`,
      'fetch/incomplete',
    ],
    [
      'a chunk size that overflows',
      `${ok}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\nx`,
      'fetch/bad-answer',
    ],
    ['chunks cut off', `${ok}Transfer-Encoding: chunked\r\n\r\n5\r\n123`, 'fetch/incomplete'],
    ['40 KB of headers', `${ok}X: ${'x'.repeat(40_000)}\r\n\r\n`, 'fetch/bad-answer'],
    ['a zero byte in a header', `${ok}X: a\0b\r\n\r\n`, 'fetch/bad-answer'],
    [
      '1,000 headers',
      `${ok}${'X: yyyyyyyyyyyyyyyyyyyyyyyyy\r\n'.repeat(1000)}\r\n`,
      'fetch/bad-answer',
    ],
    ['a line end in a header', `${ok}X: a\rb\r\n\r\n`, 'fetch/bad-answer'],
    [
      'early answers without end',
      'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n'.repeat(5000),
      'fetch/unreachable',
    ],
    ['HTTP/0.9', '<html>old</html>', 'fetch/bad-answer'],
    ['nothing', '', 'fetch/unreachable'],
  ];
  test.each(answers)('%s', async (_, text, code) => {
    await expect(get(await raw(text))).rejects.toMatchObject({ code });
  });

  test('a body that ends with the connection is whole as far as anyone knows', async () => {
    expect(await get(await raw(`${ok}\r\n${page}`))).toMatchObject({ length: 'close-delimited' });
  });

  test('more than a document has', async () => {
    const origin = await serve((_, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(100_000)), 5);
      response.on('close', () => clearInterval(timer));
    });
    await expect(get(origin, quick)).rejects.toMatchObject({ code: 'fetch/too-large' });
  });

  test('no answer', async () => {
    await expect(get(await serve(() => undefined), quick)).rejects.toMatchObject({
      code: 'fetch/timeout',
    });
  });

  test('headers that drip', async () => {
    const origin = await listen(
      createSocketServer((socket) => {
        socket.on('error', () => undefined).write(ok);
        const timer = setInterval(() => socket.write('X'), 50);
        socket.on('close', () => clearInterval(timer));
      }),
    );
    await expect(get(origin, quick)).rejects.toMatchObject({ code: 'fetch/timeout' });
  });

  test('what comes after the declared length is not part of the file', async () => {
    const { bytes } = await get(await raw(`${ok}Content-Length: 5\r\n\r\n12345<script>`));
    expect(Buffer.from(bytes).toString()).toBe('12345');
  });

  test.each([
    ['stops', false],
    ['drips', true],
  ])('a body that %s', async (_, drips) => {
    const origin = await serve((_request, response) => {
      response.write('begun');
      const timer = drips ? setInterval(() => response.write('x'), 50) : undefined;
      response.on('close', () => clearInterval(timer));
    });
    await expect(get(origin, quick)).rejects.toMatchObject({ code: 'fetch/timeout' });
  });

  test('nobody there', async () => {
    const origin = await serve(() => undefined);
    await new Promise((resolve) => open.pop()?.close(resolve));
    await expect(get(origin)).rejects.toMatchObject({ code: 'fetch/unreachable', remedy: 'retry' });
  });

  test('an answer of status 103 before the real one', async () => {
    const origin = await raw(
      `HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n${ok}Content-Length: 2\r\n\r\nok`,
    );
    expect(await get(origin)).toMatchObject({ status: 200 });
  });
});

test('a run that is stopped stops its requests', async () => {
  const origin = await serve(() => undefined);
  await using fetcher = new Fetcher(loopback);
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error('stopped')), 50);
  await expect(fetcher.get(origin, { signal: controller.signal })).rejects.toThrow('stopped');
});
