/** XML that programs have put together from pieces: stray `&` and control characters. */

const strayAmpersand = /&(?!(?:#\d{1,7}|#x[\da-f]{1,6}|amp|lt|gt|quot|apos);)/gi;
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** The same XML with stray `&` written out and control characters left out. */
export const mendXml = (xml: Buffer): Buffer =>
  Buffer.from(xml.toString('utf8').replace(notXml, '').replace(strayAmpersand, '&amp;'));
