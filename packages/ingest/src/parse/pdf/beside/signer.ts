/** Who signed, from the certificate in a signature (RFC 5652 §5). */
import { X509Certificate } from 'node:crypto';
import { type DerValue, der, valuesOf } from '../../ofd/aside/der.ts';
import { sealName } from '../../ofd/aside/seal-name.ts';

const optional = 0xa0;
const name = /^CN=(.+)$/mu;

const inside = (value: DerValue | undefined): DerValue[] => (value ? valuesOf(value.body) : []);

/** A value as bytes again, with its tag and length. */
function encoded({ tag, body }: DerValue): Buffer {
  const length = Buffer.alloc(5);
  length[0] = 0x84;
  length.writeUInt32BE(body.length, 1);
  return Buffer.concat([Buffer.from([tag]), length, body]);
}

/** Certificates of a signature, the signer's and those that vouch for it. */
function certificatesIn(pkcs7: Uint8Array): X509Certificate[] {
  // The place for a signature is reserved before it is made: zeros fill what is left.
  const [content] = valuesOf(trimmed(Buffer.from(pkcs7)));
  const [, signed] = inside(content);
  const [data] = inside(signed);
  const holder = inside(data).find(({ tag }) => tag === optional);
  return inside(holder)
    .filter(({ tag }) => tag === der.sequence)
    .flatMap((value) => {
      try {
        return [new X509Certificate(encoded(value))];
      } catch {
        return [];
      }
    });
}

/** Cut to the length that the first value tells. */
function trimmed(bytes: Buffer): Buffer {
  const first = bytes[1] ?? 0;
  const count = first & 0x7f;
  if (first < 0x80) return bytes.subarray(0, 2 + first);
  if (count === 0 || count > 4 || bytes.length < 2 + count) return bytes;
  return bytes.subarray(0, 2 + count + bytes.readUIntBE(2, count));
}

/**
 * The name of the seal, where the signature is one of an electronic seal (GM/T 0031-2014); else the
 * name in the certificate that vouches for no other. Empty when there is neither.
 */
export function signerOf(pkcs7: Uint8Array | undefined): string {
  if (!pkcs7) return '';
  const seal = sealName(trimmed(Buffer.from(pkcs7)));
  if (seal !== undefined) return seal;
  const all = certificatesIn(pkcs7);
  const leaf = all.find(
    (each) => !all.some((other) => other !== each && other.issuer === each.subject),
  );
  return leaf ? (name.exec(leaf.subject)?.[1] ?? '') : '';
}
