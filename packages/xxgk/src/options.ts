/** Options that several commands have. */
import { InvalidArgumentError, Option } from 'commander';
import { defaultStore } from './store-place.ts';

/** `--allow-address 127.0.0.0/8`, any number of times. */
export const allowAddress = (): Option =>
  new Option(
    '--allow-address <cidr>',
    'private addresses that may be fetched from, e.g. 127.0.0.0/8 (may be repeated)',
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);

/** `--config sites.yaml` */
export const config = (): Option =>
  new Option('--config <file>', 'the sites, as YAML').env('XXGK_CONFIG').default('sites.yaml');

/** `--json` */
export const json = (): Option =>
  new Option('--json', 'failures and summaries as JSON, one per line');

/** `--webhook https://…` */
export const webhook = (): Option =>
  new Option('--webhook <url>', 'post alarms to this address as JSON').env('XXGK_WEBHOOK');

/** `--store ./data` */
export const store = (): Option =>
  new Option('--store <store>', 'a directory or s3://bucket/prefix')
    .env('XXGK_STORE')
    .default(defaultStore);

/** `--work FOLDER` */
export const work = (): Option =>
  new Option('--work <folder>', 'folder of the ledger (default: .work in a directory store)').env(
    'XXGK_WORK',
  );

const digits = /^\d{1,6}$/;

/** Reads a whole number between two bounds. */
export function countOf(most: number, least = 0): (value: string) => number {
  return (value) => {
    const count = Number(value);
    if (digits.test(value) && count >= least && count <= most) return count;
    throw new InvalidArgumentError(`Expected a number from ${least} to ${most}.`);
  };
}

/** Reads names separated by commas, all of which must be known. */
export function listOf<Name extends string>(
  names: readonly Name[],
): (value: string) => readonly Name[] {
  return (value) => {
    const parts = value.split(',').map((part) => part.trim());
    const known = names.filter((name) => parts.includes(name));
    if (parts.every((part) => known.some((name) => name === part))) return known;
    throw new InvalidArgumentError(`Expected any of ${names.join(',')}, separated by commas.`);
  };
}
