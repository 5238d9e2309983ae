/** Peak memory of `ingest` and of the process that takes recordings apart, for recordings of some sizes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { response } from '../../recipes/warc/record.ts';

const main = fileURLToPath(new URL('../../../packages/xxgk/src/main.ts', import.meta.url));
const apart = 'recording-process.ts';
const host = 'http://www.example.gov.cn';
const page = `<html><body>${'<p>各乡镇人民政府，县直各单位：现将有关事项通知如下。</p>'.repeat(3000)}</body></html>`;
/** Milliseconds between looks. */
const pause = 50;

/** Megabytes. */
export interface Peaks {
  readonly coordinator: number;
  readonly recording: number;
}

/** @param size Megabytes of the recording. */
export async function peaksOf(folder: string, size: number): Promise<Peaks> {
  const path = join(folder, `${size}.warc.gz`);
  await write(path, size * 1e6);
  const args = [main, 'ingest', path, '--store', join(folder, `${size}`)];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const peaks = { coordinator: 0, recording: 0 };
  const timer = setInterval(() => void look(child.pid ?? 0, peaks), pause);
  await once(child, 'close');
  clearInterval(timer);
  return peaks;
}

async function look(
  pid: number,
  peaks: { -readonly [Name in keyof Peaks]: number },
): Promise<void> {
  peaks.coordinator = Math.max(peaks.coordinator, await peakOf(pid));
  const children = await textOf(`/proc/${pid}/task/${pid}/children`);
  for (const child of children.split(' ').filter(Boolean)) {
    if (!(await textOf(`/proc/${child}/cmdline`)).includes(apart)) continue;
    peaks.recording = Math.max(peaks.recording, await peakOf(Number(child)));
  }
}

async function peakOf(pid: number): Promise<number> {
  const kilobytes = /^VmHWM:\s*(\d+)/m.exec(await textOf(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1000;
}

/** Empty for a process that is gone. */
const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');

/** Members that are stored, not packed: the file is as large as what is in it. */
async function write(path: string, size: number): Promise<void> {
  const stored = (record: Buffer): Buffer => gzipSync(record, { level: 0 });
  const style = { type: 'text/css', body: Buffer.alloc(6_000_000, 'p { margin: 0 }\n') };
  const group = Buffer.concat([
    stored(response(`${host}/site.css`, style)),
    ...Array.from({ length: 30 }, (_, index) =>
      stored(response(`${host}/${index}.html`, { body: page })),
    ),
  ]);
  await using file = await open(path, 'w');
  for (let had = 0; had < size; had += group.length) await file.write(group);
}
