/** Commands that read files and pages and keep nothing: `extract`, `demo`, `doctor`. */
import type { DemoOptions } from '../commands/demo.ts';
import type { DoctorOptions } from '../commands/doctor.ts';
import type { ExtractOptions } from '../commands/extract.ts';
import { allowAddress, json } from '../options.ts';
import type { Addition } from './addition.ts';

const extract: Addition = (root, terminal, end) => {
  root
    .command('extract')
    .summary('read files or pages and print their records')
    .description('Reads files or web pages and prints one JSON record per line; writes nothing.')
    .argument('<file-or-url...>')
    .option('--url <url>', 'the address from which the file was saved')
    .option('--text', 'print the clean reading text instead')
    .option('--document', 'print the Document (pages, blocks, places) as JSON instead')
    .option(
      '--explain <key>',
      'print value, quote, place, rule and confidence of one key, e.g. title',
    )
    .addOption(json())
    .addOption(allowAddress())
    .action(async (inputs: string[], options: ExtractOptions) => {
      const { extractCommand } = await import('../commands/extract.ts');
      end(await extractCommand(inputs, options, terminal));
    });
};

const doctor: Addition = (root, terminal, end) => {
  root
    .command('doctor')
    .description('Shows what is installed and reachable, and what to do where something is not.')
    .option('--store <store>', 'a directory or s3://bucket/prefix to try')
    .addOption(json())
    .action(async (options: DoctorOptions) => {
      const { doctorCommand } = await import('../commands/doctor.ts');
      end(await doctorCommand(options, terminal));
    });
};

const demo: Addition = (root, terminal, end) => {
  root
    .command('demo')
    .description('Reads the bundled documents, or those of a folder, and shows what was found.')
    .argument('[folder...]')
    .option('--out <folder>', 'where to write the records', './data/demo')
    .addOption(json())
    .action(async (folders: string[], options: DemoOptions) => {
      const { demoCommand } = await import('../commands/demo.ts');
      end(await demoCommand(folders, options, terminal));
    });
};

export const reading: readonly Addition[] = [extract, doctor, demo];
