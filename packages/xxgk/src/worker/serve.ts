/** The worker's side: runs jobs that the coordinator sends, one at a time, and answers each. */
import { flushCompileCache } from 'node:module';
import { failureOf, ToldError } from './failure.ts';
import type { Failure, FromWorker, Reply, ToWorker } from './message.ts';

/** Gets something done by the coordinator. */
export type Ask = (question: unknown) => Promise<unknown>;

/** Milliseconds between signs of life. */
const pulse = 1000;

/** Exit status after an error that nobody caught (EX_SOFTWARE of sysexits.h). */
const software = 70;

/** Serves until the coordinator is gone. `run` is loaded with the process, before the first job. */
export function serve(run: (job: unknown, ask: Ask) => Promise<unknown>): void {
  const asked = new Map<number, PromiseWithResolvers<unknown>>();
  let questions = 0;

  const ask: Ask = (question) => {
    const pending = Promise.withResolvers<unknown>();
    questions += 1;
    asked.set(questions, pending);
    tell({ type: 'ask', id: questions, question });
    return pending.promise;
  };

  process.on('message', (message: ToWorker) => {
    if (message.type === 'job') void work(() => run(message.job, ask));
    else settle(asked, message.id, message.reply);
  });
  process.on('disconnect', () => process.exit(0));
  // Parsers drop promises: an error there leaves the process in a state that nobody knows.
  process.on('unhandledRejection', (reason) => fall('reader/unhandled', reason));
  process.on('uncaughtException', (reason) => fall('reader/uncaught', reason));
}

async function work(run: () => Promise<unknown>): Promise<void> {
  const heart = setInterval(() => tell({ type: 'alive' }), pulse);
  try {
    const value = await run();
    // Else written at a regular end only, and a worker has none. Costs next to nothing when the job
    // loaded nothing new.
    flushCompileCache();
    // An error in a promise that was dropped is reported after the microtasks: let it come first.
    await new Promise((resolve) => setImmediate(resolve));
    tell({ type: 'end', reply: { value }, last: false });
  } catch (error) {
    tell({ type: 'end', reply: { failure: failureOf(error) }, last: false });
  } finally {
    clearInterval(heart);
  }
}

function settle(asked: Map<number, PromiseWithResolvers<unknown>>, id: number, reply: Reply): void {
  const pending = asked.get(id);
  asked.delete(id);
  if (reply.failure) pending?.reject(new ToldError(reply.failure));
  else pending?.resolve(reply.value);
}

function fall(code: string, reason: unknown): void {
  const { message } = failureOf(reason);
  const failure: Failure = { code, remedy: 'retry', message };
  tell({ type: 'end', reply: { failure }, last: true }, () => process.exit(software));
}

function tell(message: FromWorker, then?: () => void): void {
  process.send?.(message, undefined, undefined, () => then?.());
}
