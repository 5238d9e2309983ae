/** A subject in its process, seen from outside: asked one file at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchFile } from './item.ts';
import type { Subject } from './subject.ts';
import type { Answer, Question } from './subject-process.ts';

/** What became of one file. */
export type Read = Exclude<Answer, { absent: string } | { ready: true }>;

const entry = join(import.meta.dirname, 'subject-process.ts');

export class AskedSubject implements AsyncDisposable {
  readonly subject: Subject;
  readonly #child: ChildProcess;

  private constructor(subject: Subject, child: ChildProcess) {
    this.subject = subject;
    this.#child = child;
  }

  /** @returns The subject ready to read, or why it cannot be measured here. */
  static async start(subject: Subject): Promise<AskedSubject | string> {
    const child = fork(entry, [subject.module, subject.option ?? ''], {
      serialization: 'advanced',
      // What a library prints is no figure of ours.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const first = await next(child);
    if ('absent' in first) return first.absent;
    return new AskedSubject(subject, child);
  }

  async read(file: BenchFile, wantsText = false): Promise<Read> {
    if (!this.#child.connected) return { failed: 'its process has ended', peakBytes: 0 };
    const answered = next(this.#child);
    this.#child.send({ file, wantsText } satisfies Question);
    const answer = await answered;
    if ('absent' in answer || 'ready' in answer) {
      return { failed: 'absent' in answer ? answer.absent : 'it began again', peakBytes: 0 };
    }
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.kill();
    await ended;
  }
}

function next(child: ChildProcess): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const ended = (code: number | null): void => resolve({ absent: `its process ended (${code})` });
  child.once('exit', ended);
  child.once('message', (message: Answer) => {
    child.off('exit', ended);
    resolve(message);
  });
  return promise;
}
