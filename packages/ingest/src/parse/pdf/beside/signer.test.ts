import { expect, test } from 'vitest';
import { signerOf } from './signer.ts';

/** A value of ASN.1 in its distinguished encoding. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length =
    body.length < 128
      ? Buffer.of(body.length)
      : Buffer.of(0x82, body.length >> 8, body.length & 255);
  return Buffer.concat([Buffer.of(tag), length, body]);
}

const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const integer = (value: number): Buffer => der(0x02, Buffer.of(value));
const signed = oid('2a864886f70d010702');
const rsa = sequence(oid('2a864886f70d010101'), der(0x05));
const signature = sequence(oid('2a864886f70d01010b'), der(0x05));

const name = (common: string): Buffer =>
  sequence(
    der(0x31, sequence(oid('550406'), der(0x13, Buffer.from('CN')))),
    der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common)))),
  );

function certificate(issuer: string, subject: string): Buffer {
  const date = der(0x17, Buffer.from('200101000000Z'));
  const key = sequence(rsa, der(0x03, Buffer.of(0), sequence(integer(127), integer(3))));
  const body = sequence(
    der(0xa0, integer(2)),
    integer(7),
    signature,
    name(issuer),
    sequence(date, date),
    name(subject),
    key,
  );
  return sequence(body, signature, der(0x03, Buffer.of(0, 1)));
}

const signedBy = (...certificates: Buffer[]): Buffer =>
  sequence(
    signed,
    der(
      0xa0,
      sequence(integer(1), der(0x31), sequence(signed), der(0xa0, ...certificates), der(0x31)),
    ),
  );

const root = certificate('某某根证书', '某某根证书');
const office = certificate('某某根证书', '某某市民政局');

test('the signer is the one that vouches for no other, wherever it stands', () => {
  expect(signerOf(signedBy(root, office))).toBe('某某市民政局');
  expect(signerOf(signedBy(office, root))).toBe('某某市民政局');
  expect(signerOf(signedBy(root))).toBe('某某根证书');
});

test('the place that was reserved may be larger than the signature', () => {
  expect(signerOf(Buffer.concat([signedBy(office), Buffer.alloc(333)]))).toBe('某某市民政局');
});

test.each([undefined, Buffer.alloc(0), Buffer.from('zz'), Buffer.alloc(50), root])(
  'nobody is named where there is no signature',
  (bytes) => {
    expect(signerOf(bytes)).toBe('');
  },
);
