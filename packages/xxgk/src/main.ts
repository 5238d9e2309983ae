/** The program `xxgk`. */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// `xxgk` has done it already, unless this file was started without it. Before anything else is
// loaded: it saves reading the types out of every file at every start.
enableCompileCache(fileURLToPath(new URL('../../../.xxgk/compiled', import.meta.url)));

// A reader of the output that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
