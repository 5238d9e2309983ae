/** Ctrl-C: once to stop when what is under way has ended, twice to stop at once. */
import { exit, type Terminal } from './terminal.ts';

export interface Interrupt extends Disposable {
  readonly signal: AbortSignal;
}

export function onInterrupt(terminal: Terminal): Interrupt {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(exit.interrupted);
    controller.abort();
    terminal.say('xxgk: stopping when what is under way has ended; once more to stop at once.');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => void process.off('SIGINT', stop).off('SIGTERM', stop),
  };
}
