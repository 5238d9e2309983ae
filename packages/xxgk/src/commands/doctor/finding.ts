/** One line of what `xxgk doctor` says. */

export interface Finding {
  readonly what: string;
  /** `poor` works, and less well; `unused` is neither needed nor missed. */
  readonly state: 'well' | 'poor' | 'unused' | 'failed';
  readonly detail: string;
}
