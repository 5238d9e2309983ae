/** Real documents outside the repository: a folder with an `index.json`, named by `XXGK_CORPUS`. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { BenchFile, Format, Item } from './item.ts';

interface Case {
  readonly source: string;
  readonly gold: string;
  readonly url: string | null;
}

interface Gold {
  readonly records?: readonly {
    readonly text_contains?: readonly string[];
    readonly text_lacks?: readonly string[];
  }[];
}

const formats: Readonly<Record<string, Format>> = {
  '.pdf': 'pdf',
  '.html': 'html',
  '.docx': 'docx',
  '.doc': 'doc',
  '.ofd': 'ofd',
  '.xlsx': 'xlsx',
};
const meta = /charset\s*=\s*["']?\s*(?:gb|GB)/u;

/** An item for each format that the folder has; pages that only OCR reads are left to `bench ocr`. */
export async function corpusItems(folder: string): Promise<Item[]> {
  const index = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8')) as readonly Case[];
  const items = new Map<Format, BenchFile[]>();
  for (const each of index) {
    const format = formats[extname(each.source).toLowerCase()];
    if (!format || each.source.includes('scan')) continue;
    items.set(format, [...(items.get(format) ?? []), await fileOf(folder, each)]);
  }
  return [...items].map(([format, files]) => ({
    name: `${format}: corpus, ${files.length} files`,
    format,
    files,
  }));
}

/** What one document of a file lacks another of it may say: only what all lack is the site's. */
function lackedByAll([first, ...others]: NonNullable<Gold['records']>): readonly string[] {
  return (first?.text_lacks ?? []).filter((piece) =>
    others.every((record) => record.text_lacks?.includes(piece)),
  );
}

async function fileOf(folder: string, { source, gold, url }: Case): Promise<BenchFile> {
  const path = join(folder, source);
  const { records = [] } = JSON.parse(await readFile(join(folder, gold), 'utf8')) as Gold;
  const bytes = await readFile(path);
  const text = join(dirname(path), 'text.txt');
  return {
    path,
    url,
    charset: meta.test(bytes.toString('latin1', 0, 4096)) ? 'gb18030' : 'utf-8',
    text: existsSync(text) && extname(path) !== '.html' ? await readFile(text, 'utf8') : null,
    title: null,
    contains: records.flatMap((record) => record.text_contains ?? []),
    chrome: lackedByAll(records),
  };
}
