/** What a worker can do to itself; a document of the tests names one of these. */

/** Kept alive, so that the memory is really held. */
const held: Uint8Array[] = [];

function spin(): void {
  for (;;) performance.now();
}

export const poisons = {
  exit: () => process.exit(3),
  abort: () => process.abort(),
  kill: () => process.kill(process.pid, 'SIGKILL'),
  hang: () => new Promise<never>(() => undefined),
  spin,
  buffers: () => {
    for (;;) held.push(new Uint8Array(50_000_000).fill(1));
  },
  heap: () => {
    const strings: string[][] = [];
    for (;;) strings.push(Array.from({ length: 10_000 }, (_, index) => `${index}${Math.random()}`));
  },
  rejection: () => {
    void Promise.reject(new Error('dropped'));
    return new Promise<never>(() => undefined);
  },
  uncaught: () => {
    setTimeout(() => {
      throw new Error('thrown from a timer');
    });
    return new Promise<never>(() => undefined);
  },
  deep: () => {
    const fall = (depth: number): number => fall(depth + 1) + 1;
    return fall(0);
  },
} as const;

export type Poison = keyof typeof poisons;
