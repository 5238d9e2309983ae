/** What a colour says on paper. */

/** Red, green, blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Red as a letterhead is: strong red, little of the rest. */
export const isRed = ([red, green, blue]: Rgb): boolean => red >= 150 && green <= 90 && blue <= 90;

/** Filled so, a shape shows nothing. */
export const isWhite = (color: Rgb): boolean => Math.min(...color) >= 250;
