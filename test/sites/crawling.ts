/** Runs `xxgk crawl` over a simulated site, in this process or in one that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../packages/xxgk/src/run.ts';

const main = fileURLToPath(new URL('../../packages/xxgk/src/main.ts', import.meta.url));

/** What tests allow: the simulated sites are on this machine. */
export const loopback = ['--allow-address', '127.0.0.0/8'] as const;

export interface Ended {
  readonly status: number;
  readonly out: string;
  readonly said: string;
}

/** A folder for one test, removed at its end. */
export interface Place extends AsyncDisposable {
  readonly folder: string;
  /** A path in it. */
  path(name: string): string;
  /** Writes `sites.yaml` and gives its path. */
  config(sites: readonly SiteEntry[]): Promise<string>;
}

interface SiteEntry {
  readonly id: string;
  readonly agency?: string;
  readonly start: readonly string[];
  readonly gap_seconds: number;
  readonly schedule?: string;
  readonly take?: readonly string[];
  readonly budget?: { readonly documents: number };
  readonly hours?: string;
  readonly robots?: { readonly ignore: string };
}

export async function makePlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'xxgk-crawl-'));
  const path = (name: string): string => join(folder, name);
  return {
    folder,
    path,
    config: async (sites) => {
      // JSON is YAML.
      await writeFile(
        path('sites.yaml'),
        JSON.stringify({ contact: 'mailto:test@example.org', sites }),
      );
      return path('sites.yaml');
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** In this process. */
export async function xxgk(args: readonly string[]): Promise<Ended> {
  let out = '';
  let said = '';
  const status = await run(args, {
    out: (text) => {
      out += text;
    },
    say: (line) => {
      said += `${line}\n`;
    },
    lively: false,
  });
  return { status, out, said };
}

export interface Started {
  readonly child: ChildProcess;
  readonly end: Promise<Ended & { readonly signal: NodeJS.Signals | null }>;
}

/** In a process of its own. */
export function startXxgk(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Started {
  const child = spawn(process.execPath, [main, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const end = new Promise<Ended & { readonly signal: NodeJS.Signals | null }>((resolve) => {
    child.on('close', (code, signal) => resolve({ status: code ?? -1, signal, out, said }));
  });
  return { child, end };
}

/** Waits until something is so. @throws when the process ends before. */
export async function until(so: () => boolean, { child, end }: Started): Promise<void> {
  while (!so()) {
    if (child.exitCode !== null) throw new Error(`It ended: ${(await end).said}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
