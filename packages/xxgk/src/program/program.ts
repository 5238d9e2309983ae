/** The commands and their options; what a command does is loaded when it is called. */
import { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';
import type { End } from './addition.ts';
import { filling } from './filling.ts';
import { looking } from './looking.ts';
import { reading } from './reading.ts';

export function program(terminal: Terminal, end: End): Command {
  const root = new Command('xxgk')
    .description('Turns what Chinese government agencies publish into checked, structured records.')
    .version(version)
    .configureOutput({ writeOut: terminal.out, writeErr: (text) => terminal.say(text.trimEnd()) })
    .exitOverride()
    .showHelpAfterError('(xxgk --help shows how)')
    .addHelpText(
      'after',
      '\nExit status: 0 all well, 1 something failed, 2 wrong usage, 130 stopped.',
    );
  for (const add of [...reading, ...filling, ...looking]) add(root, terminal, end);
  return root;
}
