/**
 * Names on the ledger of what recordings hold: a recording may have many versions of one address, all
 * to be read, while a crawl has one at a time.
 */

const form = /^(https?:\S+) #[0-9a-f]{12}$/;
const digits = 12;

/** `http://a.gov.cn/b.html #3fa9c1b2d4e5`: what an address gave once. */
export const versionId = (address: string, sha256: string): string =>
  `${address} #${sha256.slice(0, digits)}`;

export const isVersionId = (inputId: string): boolean => form.test(inputId);

/** The source that an input is of: for all but these, itself. */
export const sourceOf = (inputId: string): string => form.exec(inputId)?.[1] ?? inputId;
