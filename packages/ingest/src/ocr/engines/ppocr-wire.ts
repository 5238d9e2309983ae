/** The wire format of protocol buffers (protobuf.dev, "Encoding"), as far as ONNX models use it. */

/** Number of the field, and its value: a bigint for a varint, bytes for what has a length, or four bytes. */
export type Field = readonly [
  number: number,
  value: bigint | Uint8Array | { readonly four: Uint8Array },
];

const [varint, sized, four] = [0, 2, 5];

/** @throws {RangeError} for other kinds of fields, and for bytes that end inside one. */
export function fieldsOf(bytes: Uint8Array): readonly Field[] {
  const from = new Cursor(bytes);
  const fields: Field[] = [];
  while (!from.atEnd) {
    const tag = Number(from.varint());
    const kind = tag & 7;
    if (kind === varint) fields.push([tag >> 3, from.varint()]);
    else if (kind === sized) fields.push([tag >> 3, from.bytes(Number(from.varint()))]);
    else if (kind === four) fields.push([tag >> 3, { four: from.bytes(4) }]);
    else throw new RangeError(`a field of kind ${kind}`);
  }
  return fields;
}

/** Takes one value after another from bytes. */
class Cursor {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): bigint {
    let [value, shift] = [0n, 0n];
    for (;;) {
      const [byte = 0] = this.bytes(1);
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return value;
      shift += 7n;
    }
  }

  bytes(length: number): Uint8Array {
    const start = this.#at;
    if (start + length > this.#bytes.length) throw new RangeError('a field ends too early');
    this.#at += length;
    return this.#bytes.subarray(start, this.#at);
  }
}

/** The other way round. */
export function packed(fields: readonly Field[]): Uint8Array {
  return Buffer.concat(
    fields.flatMap(([number, value]) => {
      const tag = (kind: number): Uint8Array => varintOf(BigInt((number << 3) | kind));
      if (typeof value === 'bigint') return [tag(varint), varintOf(value)];
      if (value instanceof Uint8Array) return [tag(sized), varintOf(BigInt(value.length)), value];
      return [tag(four), value.four];
    }),
  );
}

function varintOf(value: bigint): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    const low = Number(rest & 127n);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 128 : low);
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}

/** Values of all fields of a number that have a length. */
export const bytesOf = (fields: readonly Field[], wanted: number): readonly Uint8Array[] =>
  fields.flatMap(([number, value]) =>
    number === wanted && value instanceof Uint8Array ? [value] : [],
  );

/** Values of all fields of a number that are whole numbers; several may be packed into one field. */
export const numbersOf = (fields: readonly Field[], wanted: number): readonly number[] =>
  fields.flatMap(([number, value]) => {
    if (number !== wanted) return [];
    if (typeof value === 'bigint') return [Number(value)];
    return value instanceof Uint8Array ? unpacked(value) : [];
  });

function unpacked(bytes: Uint8Array): readonly number[] {
  const from = new Cursor(bytes);
  const numbers: number[] = [];
  while (!from.atEnd) numbers.push(Number(from.varint()));
  return numbers;
}
