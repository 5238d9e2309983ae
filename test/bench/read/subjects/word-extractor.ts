/** word-extractor: the body of a Word 97 file. */
import WordExtractor from 'word-extractor';
import type { Reader } from '../subject.ts';

export async function load(): Promise<Reader> {
  const extractor = new WordExtractor();
  return {
    read: async (_, bytes) => (await extractor.extract(Buffer.from(bytes))).getBody(),
  };
}
