/** What {@link verify} says of one object. */

export type Problem =
  /** Its bytes are not those that were written. */
  | 'damaged'
  /** Another object needs it, and it is not there. */
  | 'missing'
  /** Whole and of the right form, but nothing names its hash any more: nobody can tell. */
  | 'unvouched'
  /** No key of an archive: something else lies in the store. */
  | 'foreign';

export interface Finding {
  readonly key: string;
  readonly problem: Problem;
  /** One sentence: what was expected and what was found, or who needs it. */
  readonly why: string;
}

export const damaged = (key: string, why: string): Finding => ({ key, problem: 'damaged', why });

export const missing = (key: string, neededBy: string): Finding => ({
  key,
  problem: 'missing',
  why: `${neededBy} needs it.`,
});
