/** Tells others on this machine that the clock runs: `GET /health` on the loopback address. */
import { createServer, type Server } from 'node:http';
import { UsageError } from '../errors.ts';

export interface Health extends AsyncDisposable {
  readonly port: number;
}

/**
 * @param port 0 takes any free one.
 * @param state What is answered, as JSON.
 * @throws {UsageError} when the port cannot be had.
 */
export async function serveHealth(port: number, state: () => unknown): Promise<Health> {
  const server = createServer((request, response) => {
    const found = request.method === 'GET' && request.url === '/health';
    response.writeHead(found ? 200 : 404, {
      'content-type': 'application/json',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    response.end(found ? JSON.stringify(state()) : '{"error":"GET /health is all there is here."}');
  });
  await listening(server, port);
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      reject(new UsageError(`--port ${port} cannot be had (${error.message}): give another one.`));
    });
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
