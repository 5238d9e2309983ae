/** What a parser is. `test/contract/parser.ts` says how one must behave. */
import type { Decoded, Parsed } from '../stage.ts';

/** What a parser may use besides the bytes. */
export interface ParseContext {
  /** Folder for page images; emptied by the caller when the job ends. */
  readonly scratch: string;
}

/**
 * Turns the bytes of one format into pages. One file each; registered in `index.ts`.
 *
 * All of them are loaded to recognise one file: what only `parse` needs is imported in there.
 */
export interface Parser {
  /** E.g. `pdf`: the stage is called `parse.pdf`. */
  readonly name: string;
  /** Rises when the output for some input changes. */
  readonly version: string;
  readonly mediaType: string;
  /** Whether the stage before it has to decode the bytes to text. */
  readonly textual: boolean;
  /**
   * Decides by the bytes; a name or a header is only a hint.
   *
   * @param head The first 4096 bytes.
   */
  recognises(head: Uint8Array, hint: { readonly fileName: string | null }): boolean;
  /**
   * @throws {UnreadableError} when the bytes are of this format and broken.
   * @throws {EncryptedError} when a password is needed.
   * @throws {NoPagesError} when the document has no pages.
   * @throws {TooLargeError} when a limit is passed.
   */
  parse(file: Decoded, context: ParseContext): Promise<Parsed>;
}
