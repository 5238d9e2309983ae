/** `sites.yaml`: which sites are crawled. All mistakes are told at once, each with its line. */
import { readFile } from 'node:fs/promises';
import { Hours } from '@xxgk/ingest/fetch';
import { takes } from '@xxgk/ingest/sites';
import { Cron } from 'croner';
import { isMap, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../errors.ts';
import type { Budget } from './site-limits.ts';
import { alarmFields, watchFields } from './watch-config.ts';

const second = 1000;
const idForm = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const hostForm = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const divisionCode = /^\d{6}$/;

const address = z.string().refine(isWebAddress, 'expected an http or https address');

const take = z.enum([...takes, 'all']);
const whole = z.int().min(1);

/** Nothing of a site is fetched past its rules unless someone says why. */
const because = z.string().trim().min(10, 'say who allowed it, and when');

const siteSchema = z.strictObject({
  /** Names the site on the command line and in reports. */
  id: z.string().regex(idForm, 'expected letters (a-z), digits, ".", "_" and "-"'),
  /** First pages of the lists to be read, or the front page: its columns are found then. */
  start: z.array(address).min(1, 'expected at least one address'),
  /** For people who read the file; records take the agency from the document. */
  agency: z.string().optional(),
  /** GB/T 2260, as above. */
  region: z.string().regex(divisionCode, 'expected six digits of GB/T 2260, quoted').optional(),
  /** When `xxgk schedule` starts rounds: cron, Asia/Shanghai. */
  schedule: z.string().refine(isCron, 'expected a cron expression such as "0 2 * * *"').optional(),
  /** Between two requests to one host. */
  gap_seconds: z.number().min(0.05).max(600).default(2),
  /** Share of the gap by which it may be longer, at random. */
  jitter: z.number().min(0).max(1).optional(),
  /** When it may be asked, in Beijing time. */
  hours: z.string().refine(isHours, 'expected hours such as "22:00-06:00"').optional(),
  /** What is wanted of it: reports, documents, interpretations, all. */
  take: z
    .union([take, z.array(take).min(1)], {
      error: `expected ${[...takes, 'all'].join(', ')}, or a list of them`,
    })
    .transform((wanted) => [wanted].flat())
    .optional(),
  /** The most that one round asks for; the next one goes on. */
  budget: z
    .strictObject({ pages: whole, documents: whole, bytes: whole, minutes: z.number().positive() })
    .partial()
    .optional(),
  /** `obey`, or `ignore` with the reason, which is told in every report. */
  robots: z
    .union([z.literal('obey'), z.strictObject({ ignore: because })], {
      error: 'expected obey, or ignore: with who allowed it, and when',
    })
    .optional(),
  /** Hosts whose certificate is known to be wrong, each with the reason to trust it all the same. */
  tls_exceptions: z
    .array(
      z.strictObject({ host: z.string().regex(hostForm, 'expected a host name'), reason: because }),
    )
    .optional(),
  ...watchFields,
});

const configSchema = z.strictObject({
  /** Page or mailbox for those who run the sites; named in every request. */
  contact: z.string().min(3).optional(),
  sites: z.array(siteSchema).min(1, 'expected at least one site'),
  ...alarmFields,
});

export type SiteConfig = z.infer<typeof siteSchema>;
export type CrawlConfig = z.infer<typeof configSchema>;

/** Milliseconds between two requests to one host of a site. */
export const gapOf = ({ gap_seconds }: SiteConfig): number => gap_seconds * second;

/** Hosts of these sites whose certificate is not checked, each with the reason. */
export const tlsExceptionsOf = (sites: readonly SiteConfig[]): ReadonlyMap<string, string> =>
  new Map(
    sites.flatMap(({ tls_exceptions = [] }) =>
      tls_exceptions.map(({ host, reason }) => [host, reason] as const),
    ),
  );

/** What is not given is as {@link defaultBudget} says. */
export const budgetOf = ({ budget = {} }: SiteConfig): Partial<Budget> =>
  Object.fromEntries(Object.entries(budget).filter(([, limit]) => limit !== undefined));

/** @throws {UsageError} naming every mistake in the file. */
export async function loadConfig(path: string): Promise<CrawlConfig> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new UsageError(
      `The sites file ${path} cannot be read (${String(code)}): check --config.`,
    );
  }
  return readConfig(text, path);
}

/** @param path For messages. @throws {UsageError} naming every mistake. */
export function readConfig(text: string, path: string): CrawlConfig {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines });
  const [broken] = yaml.errors;
  if (broken)
    throw mistakesIn(
      path,
      yaml.errors.map(({ message }) => message.split('\n')[0] ?? ''),
    );
  const { data, error } = configSchema.safeParse(yaml.toJS());
  const at = (where: readonly PropertyKey[]): string => `line ${lineOf(yaml, lines, where)}`;
  if (!data) {
    throw mistakesIn(
      path,
      error.issues.map(({ path: where, message }) => `${at(where)}: ${named(where)}${message}`),
    );
  }
  const twins = data.sites.flatMap(({ id }, index) => {
    const first = data.sites.findIndex((site) => site.id === id);
    return first === index ? [] : [`${at(['sites', index, 'id'])}: there are two sites ${id}`];
  });
  if (twins.length > 0) throw mistakesIn(path, twins);
  return data;
}

/** The sites of these ids, in the order of the file; all of them where none is named. */
export function chosenSites(config: CrawlConfig, ids: readonly string[]): readonly SiteConfig[] {
  const unknown = ids.filter((id) => !config.sites.some((site) => site.id === id));
  if (unknown.length > 0) {
    const known = config.sites.map(({ id }) => id).join(', ');
    throw new UsageError(`There is no site ${unknown.join(', ')}; the file has: ${known}.`);
  }
  return ids.length === 0 ? config.sites : config.sites.filter(({ id }) => ids.includes(id));
}

function mistakesIn(path: string, mistakes: readonly string[]): UsageError {
  return new UsageError([`${path} has mistakes:`, ...mistakes].join('\n  '));
}

const named = (where: readonly PropertyKey[]): string =>
  where.length === 0 ? '' : `${where.map(String).join('.')}: `;

/** Of the innermost node that exists; a missing key is told at what it is missing from. */
function lineOf(
  yaml: YamlDocument.Parsed,
  lines: LineCounter,
  where: readonly PropertyKey[],
): number {
  for (let length = where.length; length > 0; length -= 1) {
    const node = yaml.getIn(where.slice(0, length), true);
    const range = rangeOf(node);
    if (range !== undefined) return lines.linePos(range).line;
  }
  return 1;
}

function rangeOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  if (isMap(node) && !node.range) return undefined;
  return Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'http:' || url?.protocol === 'https:';
}

function isHours(text: string): boolean {
  try {
    new Hours(text);
    return true;
  } catch {
    return false;
  }
}

function isCron(text: string): boolean {
  try {
    new Cron(text, { paused: true });
    return true;
  } catch {
    return false;
  }
}
