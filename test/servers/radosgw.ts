/**
 * A real S3 server for tests: Ceph's radosgw on a one-machine cluster in memory.
 *
 * From Debian's packages ceph-mon, ceph-osd, radosgw and ceph-common. Everything lies in a temporary
 * folder and listens on free ports of the loopback address; the processes die with this one.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { cephConfig } from './ceph-config.ts';
import { freePorts } from './ports.ts';

export interface S3Server extends AsyncDisposable {
  readonly endpoint: string;
  /** What a program needs in its environment to reach this server. */
  readonly env: Readonly<Record<string, string>>;
  createBucket(name: string): Promise<void>;
}

/** Ends the daemons with this process, also when it is killed. */
const keeper = 'setpriv';
const programs = [keeper, 'ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'ceph', 'monmaptool'];
const accessKey = 'TESTACCESSKEY';
const secretKey = 'test-secret-key-of-radosgw';

/** Undefined, or which programs are missing, for the name of a skipped test. */
export function radosgwMissing(): string | undefined {
  const missing = programs.filter((program) => spawnSync('which', [program]).status !== 0);
  return missing.length === 0 ? undefined : `not installed: ${missing.join(', ')}`;
}

/** Starts the server, in about ten seconds. */
export async function startRadosgw(): Promise<S3Server> {
  const folder = await mkdtemp(join(tmpdir(), 'radosgw-'));
  const cluster = new Cluster(folder);
  try {
    const port = await cluster.start();
    return serverAt(`http://127.0.0.1:${port}`, cluster);
  } catch (error) {
    const logs = await cluster.logs();
    await cluster.stop();
    throw new Error(`radosgw did not start:\n${logs}`, { cause: error });
  }
}

function serverAt(endpoint: string, cluster: Cluster): S3Server {
  const client = new S3Client({
    endpoint,
    region: 'us-east-1',
    forcePathStyle: true,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  });
  return {
    endpoint,
    env: {
      XXGK_S3_ENDPOINT: endpoint,
      AWS_ACCESS_KEY_ID: accessKey,
      AWS_SECRET_ACCESS_KEY: secretKey,
    },
    async createBucket(name) {
      await client.send(new CreateBucketCommand({ Bucket: name }));
    },
    async [Symbol.asyncDispose]() {
      client.destroy();
      await cluster.stop();
    },
  };
}

class Cluster {
  readonly #folder: string;
  readonly #config: string;
  readonly #keyring: string;
  readonly #daemons: ChildProcess[] = [];

  constructor(folder: string) {
    this.#folder = folder;
    this.#config = join(folder, 'ceph.conf');
    this.#keyring = join(folder, 'keyring');
  }

  /** Gives the port of the gateway once it answers and has a user. */
  async start(): Promise<number> {
    const fsid = randomUUID();
    const [v2 = 0, v1 = 0, gateway = 0] = await freePorts(3);
    for (const name of ['mon', 'osd', 'rgw', 'run']) await mkdir(join(this.#folder, name));
    await writeFile(this.#config, cephConfig({ folder: this.#folder, fsid, v2, v1, gateway }));
    await this.#makeKeys();
    await this.#startMonitor(fsid, `[v2:127.0.0.1:${v2},v1:127.0.0.1:${v1}]`);
    await this.#startDisk();
    this.#daemon('radosgw', '-n', 'client.rgw');
    await answers(gateway);
    await this.#run(
      'radosgw-admin',
      'user',
      'create',
      '--uid=test',
      '--display-name=test',
      `--access-key=${accessKey}`,
      `--secret=${secretKey}`,
    );
    return gateway;
  }

  /** Killed, not asked: a disk daemon takes seconds to stop and its disk is in memory. */
  async stop(): Promise<void> {
    const exits = this.#daemons
      .filter((daemon) => daemon.exitCode === null && daemon.signalCode === null)
      .map((daemon) => {
        const exit = new Promise((resolve) => daemon.once('exit', resolve));
        daemon.kill('SIGKILL');
        return exit;
      });
    await Promise.all(exits);
    await rm(this.#folder, { recursive: true, force: true });
  }

  async logs(): Promise<string> {
    const names = ['mon.a.log', 'osd.0.log', 'client.rgw.log'];
    const tails = names.map(async (name) => {
      const text = await readFile(join(this.#folder, name), 'utf8').catch(() => 'no log');
      return `${name}: ${text.slice(-1_000)}`;
    });
    return (await Promise.all(tails)).join('\n');
  }

  /** Without real keys (`auth none`) the gateway hangs for ever. */
  async #makeKeys(): Promise<void> {
    await this.#key('mon.', '--create-keyring', '--cap', 'mon', 'allow *');
    const all = ['--cap', 'mon', 'allow *', '--cap', 'osd', 'allow *', '--cap', 'mgr', 'allow *'];
    for (const name of ['client.admin', 'osd.0', 'client.rgw']) await this.#key(name, ...all);
  }

  async #key(name: string, ...rest: readonly string[]): Promise<void> {
    await run('ceph-authtool', [this.#keyring, '--gen-key', '-n', name, ...rest]);
  }

  async #startMonitor(fsid: string, address: string): Promise<void> {
    const map = join(this.#folder, 'monmap');
    await run('monmaptool', ['--create', '--fsid', fsid, '--addv', 'a', address, map]);
    await this.#run('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map, '--keyring', this.#keyring);
    this.#daemon('ceph-mon', '-i', 'a');
  }

  async #startDisk(): Promise<void> {
    const uuid = randomUUID();
    await this.#run('ceph', '--connect-timeout', '30', 'osd', 'new', uuid, '0');
    await this.#run('ceph-osd', '-i', '0', '--mkfs', '--osd-uuid', uuid);
    this.#daemon('ceph-osd', '-i', '0');
  }

  async #run(program: string, ...args: readonly string[]): Promise<void> {
    await run(program, ['-c', this.#config, ...args]);
  }

  /** In the foreground and bound to this process, so that none is left when a test is killed. */
  #daemon(program: string, ...args: readonly string[]): void {
    const command = ['--pdeathsig', 'KILL', program, '-f', '-c', this.#config, ...args];
    this.#daemons.push(spawn(keeper, command, { stdio: 'ignore' }));
  }
}

async function run(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}: ${said}`);
}

const tries = 300;
const betweenMs = 100;

async function answers(port: number): Promise<void> {
  for (let left = tries; ; left -= 1) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await pause(betweenMs);
    }
  }
}
