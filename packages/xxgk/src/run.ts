/** Runs one command line to its exit status. */

import { OcrSettingError } from '@xxgk/ingest/errors';
import { CommanderError } from 'commander';
import { UsageError } from './errors.ts';
import { failureLine, reported } from './failures.ts';
import { program } from './program/program.ts';
import { type Exit, exit, terminal as standard, type Terminal } from './terminal.ts';

export async function run(args: readonly string[], terminal: Terminal = standard): Promise<Exit> {
  let status: Exit = exit.well;
  const root = program(terminal, (ended) => {
    status = ended;
  });
  try {
    await root.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exit.well : exit.usage;
    const usage = error instanceof UsageError || error instanceof OcrSettingError;
    const failure = usage
      ? { subject: null, code: error.code, message: error.message }
      : reported(null, error);
    terminal.say(failureLine(failure, args.includes('--json')));
    return usage ? exit.usage : exit.failed;
  }
}
