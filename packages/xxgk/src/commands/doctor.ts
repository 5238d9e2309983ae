/** `xxgk doctor`: what is installed and what is reachable, and what to do where something is not. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { reported } from '../failures.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';
import { tools } from '../worker/command.ts';
import { engineFindings } from './doctor/engines.ts';
import type { Finding } from './doctor/finding.ts';

export interface DoctorOptions {
  readonly store?: string;
  readonly json?: boolean;
}

type Examination = (options: DoctorOptions) => Promise<Finding | undefined>;

const neededNode = 24;

const node: Examination = async () => {
  const well = Number(process.versions.node.split('.')[0]) >= neededNode;
  return {
    what: 'Node',
    state: well ? 'well' : 'failed',
    detail: well
      ? process.version
      : `${process.version}: start the program by ./xxgk, which brings 24`,
  };
};

const isolation: Examination = async () => {
  const missing = ['setpriv', 'prlimit'].filter((name) => !tools().has(name));
  return {
    what: 'limits of reader processes',
    state: missing.length === 0 ? 'well' : 'poor',
    detail:
      missing.length === 0
        ? 'setpriv, prlimit'
        : `no ${missing.join(', ')} (Debian: util-linux): readers are only watched from outside`,
  };
};

const fonts: Examination = async () => {
  const what = 'Chinese fonts';
  const list = await promisify(execFile)('fc-list', [':lang=zh-cn', 'family']).catch(
    () => undefined,
  );
  const count = list?.stdout.split('\n').filter((line) => line !== '').length ?? 0;
  return {
    what,
    state: count > 0 ? 'well' : 'poor',
    detail:
      count > 0
        ? `${count} families`
        : 'none found (Debian: fontconfig, fonts-noto-cjk): PDF pages without embedded fonts cannot be drawn for OCR',
  };
};

const store: Examination = async ({ store: address }) => {
  if (address === undefined) return undefined;
  const what = `store ${address}`;
  try {
    const { openStore } = await import('@xxgk/store');
    await using opened = await openStore(address);
    // Any listing shows that it answers; whether there is something in it does not matter.
    for await (const _ of opened.list('latest/')) break;
    return { what, state: 'well', detail: 'answers' };
  } catch (error) {
    return { what, state: 'failed', detail: reported(null, error).message };
  }
};

const examinations: readonly Examination[] = [node, isolation, fonts, store];

const signs = { well: 'ok', poor: 'less well', unused: '-', failed: 'FAILED' } as const;

export async function doctorCommand(options: DoctorOptions, terminal: Terminal): Promise<Exit> {
  const found = await Promise.all(examinations.map((examine) => examine(options)));
  const findings = [
    ...found.filter((finding) => finding !== undefined),
    ...(await engineFindings()),
  ];
  for (const { what, state, detail } of findings) {
    terminal.out(
      options.json
        ? `${JSON.stringify({ what, state, detail })}\n`
        : `${signs[state].padEnd(9)}  ${what}: ${detail}\n`,
    );
  }
  return findings.some(({ state }) => state === 'failed') ? exit.failed : exit.well;
}
