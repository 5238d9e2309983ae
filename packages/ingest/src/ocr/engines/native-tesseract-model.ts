/** Which native tesseract is installed, and with what model. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KnownEngine } from './presence.ts';
import { tesseractCut } from './tesseract-model.ts';

/** The program, found by `PATH`. */
export const nativeTesseract = 'tesseract';

/** Simplified Chinese, as Debian's `tesseract-ocr-chi-sim` has it. */
export const nativeModel = 'chi_sim';

/** Milliseconds for a question that is answered at once. */
const patience = 10_000;

const versionLine = /^tesseract\s+v?(\S+)/u;
const folderLine = /^List of available languages in "([^"]+)"/u;
const lineEnd = /\r?\n/u;

/**
 * Measured: a process for each line takes 0.25 s of CPU time, ten times what tesseract.js takes for
 * a line, nearly all of it to load the model. Therefore it reads only where it is named.
 */
export const nativeTesseractEngine: KnownEngine = {
  name: 'tesseract',
  byDefault: false,
  absence() {
    if (asked('--version') === null) return 'not on PATH (Debian: tesseract-ocr)';
    return languages()?.includes(nativeModel)
      ? null
      : 'without simplified Chinese (Debian: tesseract-ocr-chi-sim)';
  },
  async presence() {
    const version = versionLine.exec(asked('--version')?.[0] ?? '')?.[1] ?? 'unknown';
    const fingerprint = `tesseract/${version} ${nativeModel}/${modelHash() ?? 'unknown'}`;
    return { fingerprint, best: tesseractCut };
  },
};

/** Lines of its answer, on whichever stream its version gives it; null when it cannot be started. */
function asked(option: string): readonly string[] | null {
  const { status, stdout, stderr } = spawnSync(nativeTesseract, [option], {
    timeout: patience,
    encoding: 'utf8',
  });
  return status === 0 ? `${stdout}\n${stderr}`.trim().split(lineEnd) : null;
}

const languages = (): readonly string[] | null => asked('--list-langs');

/** Of the model's file: packages of one version of tesseract differ in it. */
function modelHash(): string | null {
  const folder = languages()
    ?.map((line) => folderLine.exec(line)?.[1])
    .find((path) => path !== undefined);
  if (folder === undefined) return null;
  try {
    const model = readFileSync(join(folder, `${nativeModel}.traineddata`));
    return createHash('sha256').update(model).digest('hex').slice(0, 12);
  } catch {
    return null;
  }
}
