/** Link discovery in a file as it was fetched. */
import { decodeText } from '../charset/charset.ts';
import type { SourceFile } from '../stage.ts';
import { type Discovery, discover } from './discover.ts';

const nothing: Discovery = { family: null, articles: [], nextPages: [], attachments: [] };

const head = 4096;
const markup =
  /<(!doctype|html|head|body|meta|title|div|table|ul|a|script|\?xml|datastore|recordset)[\s>?]/i;

/** Finds nothing in what is no page. To be called in a process of its own: it parses foreign HTML. */
export function discoverIn({ bytes, url, declaredCharset }: SourceFile): Discovery {
  if (url === null || !markup.test(Buffer.from(bytes.subarray(0, head)).toString('latin1'))) {
    return nothing;
  }
  return discover(url, decodeText(bytes, declaredCharset).text);
}
