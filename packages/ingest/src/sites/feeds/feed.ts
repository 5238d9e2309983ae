/** A list that comes as JSON, as the families see it. */

export interface Feed {
  readonly url: URL;
  /** The whole answer. */
  readonly value: unknown;
  /** The pieces of HTML in it, one after the other; empty where it holds none. */
  readonly html: string;
  /** How many entries it lists. */
  readonly listed: number;
}
