/** Failures of archives and of single files in them, each with what to do next. */
import { IngestError } from '../errors.ts';
import { depthLimit, entryLimit, memberLimit, ratioLimit, unpackedLimit } from './limits.ts';

/** Why an archive, or one file in it, is not unpacked. */
export type ContainerFault =
  /** It breaks the rules of its format, or ends too early. */
  | 'unreadable'
  /** The bytes that came out are not those that went in. */
  | 'checksum'
  | 'encrypted'
  /** Packed in a way that this program cannot unpack, or spread over several files. */
  | 'unsupported'
  | 'no-files'
  | 'too-many-files'
  | 'too-large'
  | 'file-too-large'
  /** Its content is packed more tightly than any document. */
  | 'ratio'
  /** Its entries lie over each other. */
  | 'overlap'
  | 'too-deep';

const inMegabytes = (bytes: number): string => `${bytes / 1_000_000} MB`;

/** What is said of `what`, e.g. `This ZIP archive`. */
const sentences: Readonly<Record<ContainerFault, (what: string, why: string) => string>> = {
  unreadable: (what, why) =>
    `${what} cannot be unpacked (${why}): fetch the archive again, or open it by hand.`,
  checksum: (what, why) =>
    `${what} is damaged (${why || 'its checksum does not match'}): fetch the archive again.`,
  encrypted: (what) => `${what} is encrypted: unpack it by hand and read the files.`,
  unsupported: (what, why) =>
    `${what} cannot be unpacked by this program (${why}): unpack it by hand and read the files.`,
  'no-files': (what) => `${what} holds no files: fetch it again, or look at what the site sent.`,
  'too-many-files': (what) =>
    `${what} has more than ${entryLimit} entries: unpack it by hand and read the folder.`,
  'too-large': (what) =>
    `${what} holds more than ${inMegabytes(unpackedLimit)}: unpack it by hand and read the folder.`,
  'file-too-large': (what) =>
    `${what} is larger than ${inMegabytes(memberLimit)}: unpack it by hand and split it.`,
  ratio: (what) =>
    `${what} unpacks to more than ${ratioLimit} times its size, as no documents do: look at it by hand.`,
  overlap: (what) =>
    `${what} has entries that overlap, as no tool writes them: look at it by hand.`,
  'too-deep': (what) =>
    `${what} lies inside ${depthLimit} others: unpack the outer ones by hand and read the files.`,
};

export class ContainerError extends IngestError {
  readonly code: `container/${ContainerFault}`;
  readonly remedy = 'give-up';
  readonly fault: ContainerFault;
  readonly why: string;

  /** @param what Subject of the sentence. */
  constructor(fault: ContainerFault, why = '', what = 'This archive') {
    super(sentences[fault](what, why));
    this.code = `container/${fault}`;
    this.fault = fault;
    this.why = why;
  }

  /** The same said of something else. */
  about(what: string): ContainerError {
    return new ContainerError(this.fault, this.why, what);
  }
}

const limits: ReadonlySet<ContainerFault> = new Set([
  'too-many-files',
  'too-large',
  'ratio',
  'overlap',
  'too-deep',
]);

/** Limits that concern an archive as a whole, wherever they are noticed. */
export const isLimit = ({ fault }: ContainerError): boolean => limits.has(fault);
