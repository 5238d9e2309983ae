/** One worker process, as the coordinator holds it: takes one job at a time, may die at any. */
import { type ChildProcess, spawn } from 'node:child_process';
import { workerCommand } from './command.ts';
import { workerEnvironment } from './environment.ts';
import { DeadlineError, failureOf, MemoryError, ToldError, WorkerDiedError } from './failure.ts';
import type { Limits } from './limits.ts';
import type { FromWorker, Reply, ToWorker } from './message.ts';
import { type Excess, Watch } from './watch.ts';

/** What kind of worker it is. */
export interface WorkerKind {
  /** First half of the codes of its failures: `reader`, `ocr`. */
  readonly name: string;
  /** Path of the file that calls `serve`. */
  readonly entry: string;
  readonly limits: Limits;
}

/** Does for a job what it asks of the coordinator. */
export type Answer = (question: unknown) => Promise<unknown>;

interface Running {
  readonly watch: Watch;
  readonly answer: Answer;
  readonly end: PromiseWithResolvers<unknown>;
}

/** What is kept of what the process wrote to standard error, in characters. */
const tail = 2000;

const outOfMemory = /out of memory|allocation failed|bad_alloc/i;

export class Worker implements AsyncDisposable {
  readonly #kind: WorkerKind;
  readonly #process: ChildProcess;
  readonly #exit = Promise.withResolvers<void>();
  #running: Running | undefined;
  #excess: Excess | undefined;
  #complaint = '';
  #gone = false;
  #leaving = false;
  #jobs = 0;
  #peak = 0;

  constructor(kind: WorkerKind) {
    this.#kind = kind;
    const { file, args } = workerCommand(kind.entry, kind.limits);
    this.#process = spawn(file, args, {
      env: workerEnvironment(process.env),
      // Parsers print; standard output belongs to the records.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      serialization: 'advanced',
      // Ctrl-C goes to every process of the terminal; readers are to finish what they have begun.
      detached: true,
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-tail);
    });
    this.#process.on('message', (message) => this.#hear(message as FromWorker));
    this.#process.on('error', (error) => this.#end(error.message));
    // `close` and not `exit`: its last words on standard error come between the two.
    this.#process.on('close', (code, signal) => this.#end(signal ?? `exit status ${code}`));
  }

  /** Whether it may be given another job. */
  get fit(): boolean {
    const { jobs, residue } = this.#kind.limits;
    const sound = !(this.#gone || this.#leaving || this.#excess);
    return sound && this.#jobs < jobs && this.#peak < residue;
  }

  /**
   * Runs one job.
   *
   * @throws {ToldError} what the job threw, with its code.
   * @throws {WorkerDiedError | DeadlineError | MemoryError} when the process was lost over it.
   */
  async run(job: unknown, answer: Answer): Promise<unknown> {
    const pid = this.#process.pid;
    if (pid === undefined || this.#gone) throw new WorkerDiedError(this.#kind.name, 'at its start');
    this.#jobs += 1;
    const watch = new Watch(pid, this.#kind.limits, (excess) => this.#kill(excess));
    const end = Promise.withResolvers<unknown>();
    this.#running = { watch, answer, end };
    this.#send({ type: 'job', job });
    try {
      return await end.promise;
    } finally {
      watch.stop();
      this.#peak = watch.peak;
      this.#running = undefined;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#gone) return;
    this.#process.kill('SIGKILL');
    await this.#exit.promise;
  }

  #hear(message: FromWorker): void {
    const running = this.#running;
    if (!running) return;
    running.watch.alive();
    if (message.type === 'ask') void this.#answer(running, message.id, message.question);
    if (message.type !== 'end') return;
    const { failure, value } = message.reply;
    this.#leaving = message.last;
    if (failure) running.end.reject(new ToldError(failure));
    else running.end.resolve(value);
  }

  async #answer({ watch, answer }: Running, id: number, question: unknown): Promise<void> {
    watch.wait();
    let reply: Reply;
    try {
      reply = { value: await answer(question) };
    } catch (error) {
      reply = { failure: failureOf(error) };
    }
    watch.resume();
    this.#send({ type: 'answer', id, reply });
  }

  #send(message: ToWorker): void {
    // A process that died meanwhile is noticed by its end, not here.
    if (this.#process.connected) this.#process.send(message, () => undefined);
  }

  #kill(excess: Excess): void {
    this.#excess ??= excess;
    this.#process.kill('SIGKILL');
  }

  #end(how: string): void {
    this.#gone = true;
    this.#exit.resolve();
    this.#running?.end.reject(this.#reason(how));
  }

  #reason(how: string): Error {
    const { name, limits } = this.#kind;
    const seconds = (milliseconds: number): string => `${milliseconds / 1000} s`;
    if (this.#excess === 'deadline')
      return new DeadlineError(name, `after ${seconds(limits.deadline)}`);
    if (this.#excess === 'silence') {
      return new DeadlineError(name, `no sign of life for ${seconds(limits.silence)}`);
    }
    if (this.#excess === 'memory' || outOfMemory.test(this.#complaint)) {
      return new MemoryError(name, Math.round(limits.memory / 1e6));
    }
    return new WorkerDiedError(name, how);
  }
}
