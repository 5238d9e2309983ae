/** Whether bytes are a web page, whatever the file is called: HTML saved as `.doc` is common. */

const document = /<(!doctype\s+html|html|head|body|frameset)[\s>]/i;
const markup =
  /<(meta|title|div|table|p|br|span|font|center|ul|ol|h[1-6]|script|style|a)(\s[^<>]*)?\/?>/gi;
/** Other things written in angle brackets: Word's own XML, SVG, feeds. */
const otherXml =
  /^\s*<\?xml(?![\s\S]{0,1000}<html)|^\s*<(w:wordDocument|svg|rss|feed|ofd:|datastore|recordset)/i;
/** Answers to scripts, JSON and JSONP: their strings may hold markup, and they are no page. */
const answerToScript =
  /^\s*(?:[\w$.]{1,80}\s{0,4}\(\s{0,4})?[{[]\s{0,40}(?:["'{[\]}]|\d|true|false|null)/;
const otherMagic = /^(%PDF|PK\x03\x04|\{\\rtf|\xd0\xcf\x11\xe0)/;
const byteOrderMark = /^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/;
/** `<h` of UTF-16 without a mark, in either order of bytes. */
const wideLetters = /^(?:[\s\0]{0,16})(?:<\0[!a-z]\0|\0<\0[!a-z])/i;
/** Tags that a page without `<html>` has to show: one `<p>` may stand in any text. */
const enoughTags = 3;

/** @param head The first bytes of the file. */
export function looksLikeHtml(head: Uint8Array): boolean {
  const letters = Buffer.from(head).toString('latin1');
  const wide = byteOrderMark.test(letters) || wideLetters.test(letters);
  const text = (wide ? letters.replaceAll('\0', '') : letters).replace(byteOrderMark, '');
  if (text.includes('\0') || otherMagic.test(text)) return false;
  if (document.test(text)) return true;
  if (otherXml.test(text) || answerToScript.test(text)) return false;
  return (text.match(markup)?.length ?? 0) >= enoughTags;
}
