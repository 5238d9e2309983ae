/** Where a command writes; tests give their own. */

export interface Terminal {
  /** Results. */
  out(text: string): void;
  /** Everything that is said about the work. */
  say(line: string): void;
  /** Whether standard error is a terminal that can show a moving bar. */
  readonly lively: boolean;
}

/** The exit statuses of every command. */
export const exit = {
  well: 0,
  failed: 1,
  /** Wrong usage. */
  usage: 2,
  /** Stopped by Ctrl-C (128 + SIGINT). */
  interrupted: 130,
} as const;

export type Exit = (typeof exit)[keyof typeof exit];

export const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  say: (line) => void process.stderr.write(`${line}\n`),
  lively: process.stderr.isTTY === true,
};
