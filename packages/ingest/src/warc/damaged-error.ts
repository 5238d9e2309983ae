/** Bytes of a recording that are not what was written: told with their place, and passed over. */

export type Damage =
  /** The file ends inside. */
  | 'truncated'
  /** A checksum or the compression does not hold. */
  | 'damaged'
  /** It unpacks to far more than any text does. */
  | 'bomb';

/** Never leaves the recording: its reader tells of it and goes on behind it. */
export class DamagedError extends Error {
  override readonly name = 'DamagedError';
  /** Bytes of the file before the gzip member. */
  readonly member: number;
  readonly damage: Damage;
  constructor(member: number, damage: Damage) {
    super(`The gzip member at byte ${member} is ${damage}`);
    this.member = member;
    this.damage = damage;
  }
}
