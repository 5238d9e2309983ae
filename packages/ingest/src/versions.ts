/** Versions of the stages that are not parsers: each rises when its output for some input changes. */

export const decodeVersion = '1';

export const cleanVersion = '1';
