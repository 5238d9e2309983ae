/** A number of worker processes of one kind, started when there is work and replaced when spent. */
import PQueue from 'p-queue';
import { type Answer, Worker, type WorkerKind } from './worker.ts';

const unanswered: Answer = async (question) => {
  throw new TypeError(`This worker may not ask for anything, and asked ${String(question)}`);
};

export class WorkerPool implements AsyncDisposable {
  readonly #kind: WorkerKind;
  readonly #queue: PQueue;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  /** @param size Processes at once. */
  constructor(kind: WorkerKind, size: number) {
    this.#kind = kind;
    this.#queue = new PQueue({ concurrency: size });
  }

  /** Starts a process before there is work for it, so that it is ready when there is. */
  warm(): void {
    this.#idle.push(this.#start());
  }

  /** Runs one job in a process of its own; fails as {@link Worker.run} does. */
  run(job: unknown, answer: Answer = unanswered): Promise<unknown> {
    return this.#queue.add(async () => {
      const worker = this.#take();
      try {
        return await worker.run(job, answer);
      } finally {
        if (worker.fit) this.#idle.push(worker);
        else await this.#discard(worker);
      }
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#queue.clear();
    await Promise.all([...this.#all].map((worker) => this.#discard(worker)));
  }

  /** One that may have died since its last job is passed over: it must not fail the next. */
  #take(): Worker {
    for (;;) {
      const worker = this.#idle.pop() ?? this.#start();
      if (worker.fit) return worker;
      this.#all.delete(worker);
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#kind);
    this.#all.add(worker);
    return worker;
  }

  async #discard(worker: Worker): Promise<void> {
    await worker[Symbol.asyncDispose]();
    this.#all.delete(worker);
  }
}
