/** What a sentence claims about a key of the statistics. */
import type { Fact } from '../record.ts';

/** A value read from a sentence; offsets into the sentence. */
export interface Claim extends Pick<Fact, 'value' | 'unit' | 'precision' | 'bound' | 'raw'> {
  readonly key: string;
  /** The words that the key was read from. */
  readonly label: string;
  readonly status: 'reported' | 'derived' | 'zero_by_statement' | 'blank';
  /** 0 to 1. */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
}

/** A number with a unit that no key fits. */
export interface Loose extends Pick<Fact, 'value' | 'unit' | 'raw'> {
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

export interface Statement {
  readonly claims: readonly Claim[];
  readonly loose: readonly Loose[];
}
