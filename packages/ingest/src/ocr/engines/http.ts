/** The HTTP engine: any OCR behind a server that keeps the contract of docs/ocr-engines.md. */
import sharp from 'sharp';
import type { GreyImage, OcrEngine } from '../engine.ts';
import { linesIn } from './http-contract.ts';
import { OcrServer } from './http-server.ts';
import { serverAddress } from './http-setting.ts';
import { oneAtATime } from './one-at-a-time.ts';

export interface HttpEngineOptions {
  /** Address of the server. @default that of `XXGK_OCR_URL` */
  readonly url?: string;
  /** Milliseconds for one answer. @default 60,000 */
  readonly patience?: number;
}

/**
 * @throws {OcrError} when the server does not say what it is.
 * @throws {TypeError} when the address is none.
 */
export async function createHttpEngine({
  url = serverAddress(),
  patience,
}: HttpEngineOptions = {}): Promise<OcrEngine> {
  const server = new OcrServer(url, patience);
  return oneAtATime({
    name: 'http',
    ...(await server.presence()),
    async recognise(image, layout) {
      const answer = await server.read({ layout, dpi: image.dpi, png: await pngOf(image) });
      return linesIn(answer, image, layout);
    },
    stop: () => void server.close(),
  });
}

const pngOf = ({ width, height, data }: GreyImage): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 1 } })
    .toColourspace('b-w')
    .png({ compressionLevel: 1 })
    .toBuffer();
