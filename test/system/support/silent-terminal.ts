/** A terminal that remembers what was written on it. */
import type { Terminal } from '../../../packages/xxgk/src/terminal.ts';

export interface Remembered extends Terminal {
  readonly printed: string[];
  readonly said: string[];
}

export function silentTerminal(): Remembered {
  const printed: string[] = [];
  const said: string[] = [];
  return {
    printed,
    said,
    out: (text) => void printed.push(text),
    say: (line) => void said.push(line),
    lively: false,
  };
}
