/** The files of the benchmark: the bundled texts in each carrier, and longer ones of the same. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asOfd } from '../../recipes/carriers/ofd.ts';
import { asPdf } from '../../recipes/carriers/pdf.ts';
import { asSheet } from '../../recipes/carriers/sheet.ts';
import { asPage } from '../../recipes/carriers/web.ts';
import { asWord } from '../../recipes/carriers/word.ts';
import { wordBinary } from '../../recipes/doc/word-binary.ts';
import { chinesePdfFonts } from '../../recipes/fonts.ts';
import { webPages } from '../../recipes/html/index.ts';
import type { Script } from '../../recipes/script.ts';
import { xlsx } from '../../recipes/sheet/xlsx.ts';
import { notice2019 } from '../../recipes/texts/notice-2019.ts';
import { questions2023 } from '../../recipes/texts/questions-2023.ts';
import { report2015 } from '../../recipes/texts/report-2015.ts';
import { report2017 } from '../../recipes/texts/report-2017.ts';
import { report2022 } from '../../recipes/texts/report-2022.ts';
import { chromeOf, pageChrome, site } from './chrome.ts';
import { docBlocks } from './doc-blocks.ts';
import type { BenchFile, Format, Item } from './item.ts';
import { longScript } from './long-script.ts';
import { scriptText, titleOf } from './script-text.ts';

const scripts = [report2017, report2022, notice2019];

interface Carrier {
  readonly format: Format;
  /** Times that a long document repeats the scripts. */
  readonly times: number;
  make(script: Script): Promise<Uint8Array | null>;
}

const carriers: readonly Carrier[] = [
  {
    format: 'pdf',
    times: 12,
    make: async (script) => {
      const fonts = chinesePdfFonts();
      return fonts && asPdf(script, fonts);
    },
  },
  { format: 'html', times: 20, make: async (script) => Buffer.from(asPage(script, site)) },
  { format: 'docx', times: 12, make: async (script) => asWord(script) },
  // The recipe spends a page of properties on each paragraph: more would be no file of Word's size.
  { format: 'doc', times: 3, make: async (script) => wordBinary(docBlocks(script)) },
  { format: 'ofd', times: 12, make: async (script) => asOfd(script) },
  { format: 'xlsx', times: 12, make: async (script) => xlsx([asSheet(script)]) },
];

/**
 * Writes the files into a folder.
 *
 * @returns The items; a PDF needs a Chinese font on the machine and is left out without one.
 */
export async function makeItems(folder: string): Promise<Item[]> {
  await mkdir(folder, { recursive: true });
  const items: Item[] = [];
  for (const carrier of carriers) {
    const short = [...scripts, ...(carrier.format === 'html' ? [report2015, questions2023] : [])];
    items.push(await itemOf(folder, `${carrier.format}: reports, notice`, carrier, short));
    const long = longScript('long', scripts, carrier.times);
    items.push(await itemOf(folder, `${carrier.format}: long`, carrier, [long]));
  }
  items.push(await agencyPages(folder));
  return items.filter(({ files }) => files.length > 0);
}

async function itemOf(
  folder: string,
  name: string,
  carrier: Carrier,
  all: readonly Script[],
): Promise<Item> {
  const { format } = carrier;
  const files: BenchFile[] = [];
  for (const script of all) {
    const bytes = await carrier.make(script);
    if (!bytes) continue;
    const path = join(folder, `${script.name}.${format}`);
    await writeFile(path, bytes);
    files.push({ ...about(script, format), path });
  }
  return { name, format, files };
}

/** What is known of a script in a carrier. */
function about(script: Script, format: Format): Omit<BenchFile, 'path'> {
  const web = format === 'html';
  // A page of a site shows the title above the text; a notice has it once more inside.
  const blocks = script.blocks.filter(
    (block) => !(web && 'title' in block) || script.name.startsWith('notice'),
  );
  return {
    url: web ? 'https://www.example.gov.cn/art/2023/1/18/art_1_2.html' : null,
    charset: 'utf-8',
    text: scriptText({ blocks }),
    title: titleOf(script),
    contains: [],
    chrome: web ? pageChrome : [],
  };
}

/** Pages as the systems of agencies make them: their lines must be there, and no other's. */
async function agencyPages(folder: string): Promise<Item> {
  const files: BenchFile[] = [];
  for (const { name, bytes, url, expect } of webPages) {
    if (expect.lines.length === 0) continue;
    const path = join(folder, `${name}.html`);
    await writeFile(path, bytes);
    files.push({
      path,
      url,
      charset: expect.charset,
      text: null,
      title: null,
      contains: expect.lines,
      chrome: chromeOf(expect.lines),
    });
  }
  return { name: 'html: pages of the systems that agencies use', format: 'html', files };
}
