/** A group of the file while it is read. */
import type { Kind } from './destinations.ts';
import type { Format } from './format.ts';
import type { PictureGroup } from './picture.ts';
import type { Text } from './text.ts';

export interface Group {
  kind: Kind;
  format: Format;
  /** Characters after `\u` that stand for it in old readers. */
  substitutes: number;
  /** `\*` was read and no word since. */
  starred: boolean;
  /** The text that it began. */
  text: Text | undefined;
  picture: PictureGroup | undefined;
  /** Text of a number. */
  number: string;
  /** Inside of the definition of an inner row. */
  inner: boolean;
  /** What text is that is given twice. */
  twice: Kind;
}

export const outermost = (format: Format): Group => ({
  kind: 'text',
  format,
  substitutes: 1,
  starred: false,
  text: undefined,
  picture: undefined,
  number: '',
  inner: false,
  twice: 'text',
});

/** A group inside of another: what it is and looks like comes from there. */
export const innerGroup = (around: Group): Group => ({
  ...around,
  starred: false,
  text: undefined,
  number: '',
});
