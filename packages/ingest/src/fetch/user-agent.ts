/** How the program names itself to servers: honestly, and with a way to complain. */
import about from '../../package.json' with { type: 'json' };

/**
 * @param contact Address of a page or a mailbox of whoever runs the program.
 * @returns e.g. `xxgk/1.2.0 (+mailto:data@example.org)`
 */
export const userAgent = (contact: string): string => `xxgk/${about.version} (+${contact})`;

/** For those who give no contact of their own. */
export const defaultUserAgent: string = `xxgk/${about.version} (document archive; obeys robots.txt)`;

/** The name that a robots.txt may call the program by. */
export const robotName = 'xxgk';
