/** Tells answers of interfaces (JSON, JSONP, XML) from pages and from lists of values by their first bytes. */

const byteOrderMark = /^(?:\xef\xbb\xbf|\ufeff)/;
/** What may stand around the value: a call (JSONP), an assignment of a script. */
const json =
  /^\s*(?:\/\*\*?\/\s{0,4})?(?:[\w$.]{1,80}\s{0,4}\(\s{0,4})?(?:\{\s{0,400}["}]|\[\s{0,400}[{["\]])/;
/** A line that begins a page: strings of JSON hold no line breaks. */
const page = /^\s*<(?:!doctype\s+html|html)\b/im;
const rtf = /^\s*\{\\rtf/;
const xml = /^\s*<\?xml\s/;

const headOf = (head: Uint8Array): string =>
  Buffer.from(head).toString('latin1').replace(byteOrderMark, '');

export function isJson(head: Uint8Array): boolean {
  const text = headOf(head);
  return json.test(text) && !rtf.test(text) && !page.test(text) && !text.includes('\0');
}

/** To be asked last: many formats are XML. */
export const isXml = (head: Uint8Array): boolean => xml.test(headOf(head));
