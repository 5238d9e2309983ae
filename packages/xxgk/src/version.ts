/** The version of the program: part of the key under which everything it makes is kept. */
import about from '../package.json' with { type: 'json' };

export const version: string = about.version;
