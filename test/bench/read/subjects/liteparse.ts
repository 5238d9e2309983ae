/** LiteParse: spatial text by pdfium, from one parser that stays. */
import { LiteParse, type LiteParseConfig } from '@llamaindex/liteparse';
import type { Reader } from '../subject.ts';

const config: Partial<LiteParseConfig> = {
  ocrEnabled: false,
  outputFormat: 'text',
  maxPages: 10_000,
  quiet: true,
};

async function byPage(parser: LiteParse, bytes: Uint8Array): Promise<string> {
  let text = '';
  for await (const { result } of parser.parseBatches(Buffer.from(bytes), { batchSize: 1 })) {
    text += `${result.text}\n`;
  }
  return text;
}

/** @param option `pages`, or `whole` for all pages in one call. */
export async function load(option: string): Promise<Reader> {
  const parser = new LiteParse(config);
  return {
    read: async (_, bytes) =>
      option === 'pages'
        ? await byPage(parser, bytes)
        : (await parser.parse(Buffer.from(bytes))).text,
  };
}
