/** Adds one command to the program. */
import type { Command } from 'commander';
import type { Exit, Terminal } from '../terminal.ts';

/** Told of the exit status when a command has ended. */
export type End = (status: Exit) => void;

export type Addition = (root: Command, terminal: Terminal, end: End) => void;
