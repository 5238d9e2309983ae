/** Reads all pages of a list with one subject: `subject-process.ts SUBJECT PAGES.json READ.json`. */

import { readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import type { BenchPage, ReadPage } from './page.ts';
import { type Reader, subjects } from './subjects.ts';

const [, , name, from = '', to = ''] = process.argv;
const subject = subjects.find((one) => one.name === name);
if (subject === undefined) throw new Error(`no subject ${name}`);
const pages = JSON.parse(await readFile(from, 'utf8')) as BenchPage[];
await using reader = await subject.start();
const read: ReadPage[] = [];
for (const page of pages) read.push(await timed(page, reader));
await writeFile(to, JSON.stringify(read));

async function timed(page: BenchPage, on: Reader): Promise<ReadPage> {
  const before = cpuSeconds();
  try {
    const reading = await on.read(page);
    return { name: page.name, ...reading, cpuSeconds: cpuSeconds() - before };
  } catch (cause) {
    const lost = { text: '', cells: [], error: String(cause) };
    return { name: page.name, ...lost, cpuSeconds: cpuSeconds() - before };
  }
}

/** Of this process with its threads, and of the children that have ended (proc(5)). */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  const stat = readFileSync('/proc/self/stat', 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (user + system) / 1e6 + (Number(fields[13]) + Number(fields[14])) / 100;
}
