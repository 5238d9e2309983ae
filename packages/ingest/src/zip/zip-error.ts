/** Why a ZIP archive, or one entry of it, cannot be read; whoever reads it says so in its own words. */

export type ZipFault =
  /** It breaks its own rules, or ends too early. */
  | 'broken'
  /** The content is not what its checksum says. */
  | 'checksum'
  | 'encrypted'
  /** It has more entries than the reader wants. */
  | 'many';

export class ZipError extends Error {
  readonly fault: ZipFault;
  override readonly name = 'ZipError';

  constructor(fault: ZipFault, message: string) {
    super(message);
    this.fault = fault;
  }
}
