/** What came of the entries of an archive: its files with their names, and what is told of them. */
import type { Diagnostic, Member } from '@xxgk/extract/document';
import { sniff } from '../../decode/sniff.ts';
import { parsers } from '../../parse/index.ts';
import type { RawName } from '../container.ts';
import { ContainerError } from '../errors.ts';
import { containerOf } from '../index.ts';
import type { MemberFile } from './member-file.ts';
import { memberNames } from './member-names.ts';
import { inNaturalOrder } from './natural-order.ts';

export interface Unpacked {
  /** In natural order of their names. */
  readonly members: readonly Member[];
  readonly diagnostics: readonly Diagnostic[];
}

/** An entry as it turned out. */
export interface Outcome {
  readonly name: RawName;
  readonly file?: MemberFile;
  readonly failure?: ContainerError;
  /** Left out: empty, a link, or left behind by a program. */
  readonly skipped?: true;
}

/**
 * @param broken What ended the archive early.
 * @throws {ContainerError} when it holds nothing, or nothing that is not encrypted.
 */
export function listed(outcomes: readonly Outcome[], broken?: ContainerError): Unpacked {
  const names = memberNames(outcomes.map(({ name }) => name));
  const named = outcomes.map((outcome, at) => ({ ...outcome, name: names[at] ?? '' }));
  const members = named
    .filter(({ skipped }) => skipped !== true)
    .map(memberOf)
    .toSorted((one, other) => inNaturalOrder(one.name, other.name));
  if (members.length === 0) throw new ContainerError('no-files');
  if (outcomes.every(isEncrypted)) throw new ContainerError('encrypted');
  const skipped = named.filter((outcome) => outcome.skipped);
  return {
    members,
    diagnostics: [
      about(members.length),
      ...failures(members),
      ...skips(skipped.map(({ name }) => name)),
      ...(broken ? [cutShort(broken)] : []),
    ],
  };
}

const isEncrypted = ({ skipped, failure }: Outcome): boolean =>
  skipped === true || failure?.fault === 'encrypted';

function memberOf({ name, file, failure }: Outcome & { readonly name: string }): Member {
  if (!file) {
    const { code = 'container/unreadable', message = '' } = failure ?? {};
    return { name, mediaType: null, sha256: null, bytes: 0, failure: { code, message } };
  }
  const { sha256, bytes, head } = file;
  const reader = sniff(head, name, parsers) ?? containerOf(head, name);
  return { name, mediaType: reader?.mediaType ?? null, sha256, bytes };
}

const about = (count: number): Diagnostic => ({
  code: 'container/files',
  severity: 'info',
  message: `An archive of ${count} ${count === 1 ? 'file' : 'files'}; each is read as a document of its own.`,
  place: null,
});

const failures = (members: readonly Member[]): readonly Diagnostic[] =>
  members.flatMap(({ name, failure }) =>
    failure
      ? [
          {
            code: failure.code,
            severity: 'warning',
            message: `${name}: ${failure.message}`,
            place: null,
          },
        ]
      : [],
  );

/** Names that are told one by one. */
const examples = 5;

function skips(names: readonly string[]): readonly Diagnostic[] {
  if (names.length === 0) return [];
  const shown = names.slice(0, examples).join(', ');
  const more = names.length > examples ? ` and ${names.length - examples} more` : '';
  return [
    {
      code: 'container/skipped',
      severity: 'info',
      message: `Not read, for they are empty, links, or left behind by a program: ${shown}${more}.`,
      place: null,
    },
  ];
}

/** What came out before stands; that something is missing is for the user to know. */
const cutShort = ({ message }: ContainerError): Diagnostic => ({
  code: 'container/truncated',
  severity: 'error',
  message: `${message} The files before that place were read; what follows is missing.`,
  place: null,
});
