/** `xxgk extract`: reads files and prints what they say; writes nothing. */
import type { Explained, explained } from '@xxgk/extract';
import { isNoDocument } from '@xxgk/extract/no-document';
import type { SourceFile } from '@xxgk/ingest';
import { UsageError } from '../errors.ts';
import { explain } from '../explain/explain.ts';
import { failureLine, type Reported, reported } from '../failures.ts';
import { inOrder } from '../in-order.ts';
import type { Reading } from '../pipeline.ts';
import { plainText } from '../plain-text.ts';
import { checkOcr } from '../reader/check-ocr.ts';
import { type ReadFile, readMembers } from '../reader/read-members.ts';
import { Readers } from '../reader/readers.ts';
import { loadFile } from '../source-file.ts';
import { type Exit, exit, type Terminal } from '../terminal.ts';
import { type ExtractInput, extractInputs, webAddress } from './extract-inputs.ts';

export interface ExtractOptions {
  readonly url?: string;
  readonly text?: boolean;
  readonly document?: boolean;
  readonly explain?: string;
  readonly json?: boolean;
  readonly allowAddress?: readonly string[];
}

/** Reads a document again and tells what was considered; undefined where nobody asks. */
type Again = typeof explained | undefined;

/** Reads the files or addresses and prints one of: records, clean text, Document, explanation. */
export async function extractCommand(
  inputs: readonly string[],
  options: ExtractOptions,
  terminal: Terminal,
): Promise<Exit> {
  check(inputs, options);
  await checkRanges(options.allowAddress);
  await checkOcr();
  await using readers = new Readers();
  readers.warm();
  // Only an explanation reads once more: what lost is in no record.
  const again =
    options.explain === undefined ? undefined : (await import('@xxgk/extract')).explained;
  let status: Exit = exit.well;
  const fail = (failure: Reported): void => {
    status = exit.failed;
    terminal.say(failureLine(failure, options.json === true));
  };
  const print = (subject: string, reading: Reading): void => {
    terminal.out(shown(reading, options, again));
    const complaint = complaintAbout(subject, reading);
    if (complaint) fail(complaint);
  };
  const read = async (input: ExtractInput): Promise<ReadFile> => {
    const file = await input.load();
    return { file, read: await readers.read(file) };
  };
  const found = extractInputs(
    inputs,
    (input) => load(input, options),
    (line) => options.json || terminal.say(`xxgk: ${line.trim()}`),
  );
  for await (const { item, value, error } of inOrder(found, read, readers.size)) {
    if (value === undefined) {
      fail(reported(item.subject, error));
      continue;
    }
    print(item.subject, value.read);
    for await (const member of readMembers(item.subject, value, readers)) {
      if (member.read) print(member.subject, member.read);
      else fail(reported(member.subject, member.error));
    }
  }
  return status;
}

function check(
  inputs: readonly string[],
  { url, text, document, explain: key }: ExtractOptions,
): void {
  const forms = [text, document, key !== undefined].filter((form) => form === true);
  if (forms.length > 1) throw new UsageError('Give one of --text, --document and --explain.');
  if (url === undefined) return;
  if (inputs.length > 1) throw new UsageError('--url is the address of one file; name one file.');
  if (!URL.canParse(url)) throw new UsageError(`--url ${url} is no address.`);
}

async function checkRanges(ranges: readonly string[] | undefined): Promise<void> {
  if (ranges === undefined) return;
  const { AddressPolicy } = await import('@xxgk/ingest/fetch');
  try {
    new AddressPolicy(ranges);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`--allow-address: ${error.message}.`);
    throw error;
  }
}

async function load(input: string, { url, allowAddress }: ExtractOptions): Promise<SourceFile> {
  if (!webAddress.test(input)) return loadFile(input, url ?? null);
  const { fetchFile } = await import('@xxgk/ingest/fetch');
  return (await fetchFile(input, { allowAddresses: allowAddress ?? [] })).file;
}

function shown({ document, records }: Reading, options: ExtractOptions, again: Again): string {
  // An archive has no text of its own.
  if (options.text) return document.members ? '' : plainText(document);
  if (options.document) return `${JSON.stringify(document)}\n`;
  const key = options.explain;
  if (key === undefined) return records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const version = records[0]?.made_by.version ?? '';
  const read =
    again?.(document, { version }) ?? records.map((record) => ({ record, considered: [] }));
  return read.map((one) => `${explanation(one, key).join('\n')}\n`).join('\n');
}

function explanation({ record, considered }: Explained, key: string): readonly string[] {
  const heading = `${record.kind}: ${record.title ?? 'no title'}`;
  return [
    heading,
    ...(explain(record, key, considered) ?? [`  a record of this kind has no key ${key}`]),
  ];
}

/** A page that was read and is no document: an error page of a site, a captcha, a list of links. */
function complaintAbout(subject: string, { records }: Reading): Reported | undefined {
  if (records.some(({ kind }) => kind !== 'other')) return undefined;
  const found = records
    .flatMap(({ diagnostics }) => diagnostics)
    .find(({ code, severity }) => severity === 'error' || isNoDocument(code));
  if (found) return { subject, code: found.code, message: found.message };
  if (records.length > 0) return undefined;
  return {
    subject,
    code: 'extract/nothing',
    message: 'No document was found in this file: look at its text with --text.',
  };
}
