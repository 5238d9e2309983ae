/** Writes the bundled samples: `node test/recipes/make-samples.ts samples`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chineseFaces, chinesePdfFonts } from './fonts.ts';
import { samples } from './samples.ts';

const folder = process.argv[2] ?? 'samples';
const faces = chineseFaces();
const pdf = chinesePdfFonts();
if (!faces || !pdf) throw new Error('No Chinese font found: install fonts-noto-cjk and try again.');
await mkdir(folder, { recursive: true });
for (const { file, make } of samples) {
  await writeFile(join(folder, file), await make({ drawn: faces.serif, pdf }));
}
process.stdout.write(`${samples.length} samples in ${folder}\n`);
