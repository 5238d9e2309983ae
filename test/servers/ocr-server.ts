/**
 * An OCR server on the loopback address that keeps the contract of docs/ocr-engines.md: what stands
 * behind it is an engine of this program, or an answer that no server should give.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { GreyImage, Layout, OcrEngine } from '@xxgk/ingest/ocr';
import sharp from 'sharp';

export interface OcrServer extends AsyncDisposable {
  readonly url: string;
  /** Questions that came in with an image. */
  readonly asked: readonly { readonly layout: string | null; readonly dpi: string | null }[];
}

/** Answers a question in its own way. */
export type Answer = (response: ServerResponse) => void;

/** What it says of itself. */
export const aboutServer = { fingerprint: 'loopback/1', best: { glyph: 36, rim: 6 } };

export const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** @param reader An engine, or what is answered to every image. */
export async function startOcrServer(reader: OcrEngine | Answer): Promise<OcrServer> {
  const asked: { layout: string | null; dpi: string | null }[] = [];
  const server = createServer((request, response) => {
    if (request.method === 'GET') return json(response, 200, aboutServer);
    const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
    asked.push({ layout: searchParams.get('layout'), dpi: searchParams.get('dpi') });
    if (typeof reader === 'function') return reader(response);
    void read(request, searchParams, reader).then(
      (lines) => json(response, 200, { lines }),
      (error: unknown) => json(response, 500, { error: String(error) }),
    );
  });
  await listening(server);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

async function read(request: IncomingMessage, asked: URLSearchParams, engine: OcrEngine) {
  const { data, info } = await sharp(await buffer(request))
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const dpi = asked.get('dpi');
  const { width, height } = info;
  const image: GreyImage = { width, height, data, dpi: dpi === null ? null : Number(dpi) };
  const lines = await engine.read(image, asked.get('layout') as Layout);
  return lines.map(({ characters }) => ({ characters }));
}
