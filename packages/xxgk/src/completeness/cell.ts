/** One cell of the completeness matrix: what is known of the report of one agency about one year. */

export type CellState =
  /** It is there, with content, and was in time as far as can be told. */
  | 'found'
  /** It is there, and was published after the legal deadline. */
  | 'late'
  /** What is there is a form without numbers, or a title without a text. */
  | 'blank'
  /** What is there is the report of another year again. */
  | 'duplicate_form'
  /** It was there, and has vanished from the site. */
  | 'vanished'
  /** The site names it and declines to give it to a program. */
  | 'blocked'
  /** The deadline has passed, the site's lists were read to their end, and none names it. */
  | 'not_published'
  /** The deadline has not come yet. */
  | 'not_due'
  /** Nothing can be said: before the first report, or the site was not read to its end. */
  | 'unknown';

export interface Cell {
  readonly site: string | null;
  readonly agency: string;
  /** That is reported about. */
  readonly year: number;
  readonly state: CellState;
  /** `YYYY-MM-DD`; null before there was a duty to report. */
  readonly deadline: string | null;
  readonly published_on: string | null;
  readonly issued_on: string | null;
  readonly record_id: string | null;
  readonly url: string | null;
  /** How many documents are this report: a page and its attachment, an 图解 beside the text … */
  readonly copies: number;
  /** Why it is what it is, where that is not plain. */
  readonly note: string | null;
}

/** That someone may want to fetch or ask for. */
export const isGap = ({ state }: Pick<Cell, 'state'>): boolean =>
  state === 'not_published' || state === 'blocked' || state === 'blank' || state === 'vanished';
