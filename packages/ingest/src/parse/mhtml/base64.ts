/** Base64 as mail programs leave it (RFC 2045 §6.8): lines of something else between, data behind its end. */

const lineEnd = /\r\n|[\r\n]/;
const ofAlphabet = /^[A-Za-z0-9+/]+={0,2}$/;
const ended = /=$/;

/** Lines that hold anything outside of the alphabet are none of the data; nothing follows its end. */
export function decodeBase64(body: Buffer): Buffer {
  const kept: string[] = [];
  for (const line of body.toString('latin1').split(lineEnd)) {
    const data = line.trim();
    if (!ofAlphabet.test(data)) continue;
    kept.push(data);
    if (ended.test(data)) break;
  }
  return Buffer.from(kept.join(''), 'base64');
}
