/** Pages that were read and are no document: what readers call them. */

const NO_DOCUMENT: ReadonlySet<string> = new Set([
  'parse/soft-404',
  'parse/captcha',
  'parse/blocked',
  'parse/maintenance',
  'parse/login-wall',
  'parse/list-page',
  'parse/home-page',
  'parse/directory',
  'parse/empty-column',
  'parse/redirect',
  'parse/content-elsewhere',
  'parse/no-content',
  'parse/no-article',
]);

/** Whether a diagnostic says that the page is an error page, a captcha, a list of links … */
export const isNoDocument = (code: string): boolean => NO_DOCUMENT.has(code);
