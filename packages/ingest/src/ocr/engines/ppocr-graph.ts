/** A network as a list of steps that can be changed before it is run (onnx/onnx, `onnx.proto3`). */
import { bytesOf, type Field, fieldsOf, numbersOf, packed } from './ppocr-wire.ts';

export interface Step {
  op: string;
  inputs: string[];
  outputs: string[];
  /** `AttributeProto`s. */
  attributes: readonly Uint8Array[];
}

/** Weights. */
export interface Constant {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export interface Graph {
  /** In an order in which they can run, without those that only give a constant. */
  steps: Step[];
  /** By name; what is no 32-bit float stays among the steps. */
  readonly constants: Map<string, Constant>;
  /** What is kept as it is: of the model, of its graph. */
  readonly rest: { readonly model: readonly Field[]; readonly graph: readonly Field[] };
}

/** Numbers of the fields of ModelProto, GraphProto, NodeProto, AttributeProto and TensorProto. */
const model = { graph: 7 } as const;
const graph = { node: 1 } as const;
const node = { input: 1, output: 2, op: 4, attribute: 5 } as const;
const attribute = { name: 1, float: 2, int: 3, tensor: 5, ints: 8, type: 20 } as const;
const tensor = { dims: 1, type: 2, floats: 4, raw: 9 } as const;
const types = { float: 1n, int: 2n, tensor: 4n, ints: 7n } as const;
const float32 = 1;

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const bytes = (value: string): Uint8Array => Buffer.from(value);

/** @throws {RangeError} when the bytes are no model. */
export function graphOf(file: Uint8Array): Graph {
  const whole = fieldsOf(file);
  const [body] = bytesOf(whole, model.graph);
  if (body === undefined) throw new RangeError('a model without a graph');
  const parts = fieldsOf(body);
  const constants = new Map<string, Constant>();
  const steps = bytesOf(parts, graph.node).flatMap((raw) => {
    const step = stepOf(fieldsOf(raw));
    const value = step.op === 'Constant' ? constantOf(step) : null;
    if (value === null) return [step];
    constants.set(step.outputs[0] ?? '', value);
    return [];
  });
  return {
    steps,
    constants,
    rest: {
      model: whole.filter(([number]) => number !== model.graph),
      graph: parts.filter(([number]) => number !== graph.node),
    },
  };
}

const stepOf = (fields: readonly Field[]): Step => ({
  op: text(bytesOf(fields, node.op)[0] ?? bytes('')),
  inputs: bytesOf(fields, node.input).map(text),
  outputs: bytesOf(fields, node.output).map(text),
  attributes: bytesOf(fields, node.attribute),
});

function constantOf({ attributes: [raw] }: Step): Constant | null {
  const [value] = raw ? bytesOf(fieldsOf(raw), attribute.tensor) : [];
  if (value === undefined) return null;
  const fields = fieldsOf(value);
  const [data] = [...bytesOf(fields, tensor.raw), ...bytesOf(fields, tensor.floats)];
  if (numbersOf(fields, tensor.type)[0] !== float32 || data === undefined) return null;
  // A copy, because weights inside a file need not begin at a multiple of four.
  return {
    dims: numbersOf(fields, tensor.dims),
    data: new Float32Array(new Uint8Array(data).buffer),
  };
}

/** The file of a graph, without constants that no step needs any more. */
export function fileOf({ steps, constants, rest }: Graph): Uint8Array {
  const needed = new Set(steps.flatMap(({ inputs }) => inputs));
  const given = [...constants.entries().filter(([name]) => needed.has(name))].map(
    ([name, constant]) => constantStep(name, constant),
  );
  const nodes = [...given, ...steps].map((step): Field => [graph.node, nodeOf(step)]);
  return packed([...rest.model, [model.graph, packed([...nodes, ...rest.graph])]]);
}

const nodeOf = ({ op, inputs, outputs, attributes }: Step): Uint8Array =>
  packed([
    ...inputs.map((name): Field => [node.input, bytes(name)]),
    ...outputs.map((name): Field => [node.output, bytes(name)]),
    [node.op, bytes(op)],
    ...attributes.map((one): Field => [node.attribute, one]),
  ]);

function constantStep(name: string, { dims, data }: Constant): Step {
  const value = packed([
    ...dims.map((size): Field => [tensor.dims, BigInt(size)]),
    [tensor.type, BigInt(float32)],
    [tensor.raw, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)],
  ]);
  const given = packed([
    [attribute.name, bytes('value')],
    [attribute.tensor, value],
    [attribute.type, types.tensor],
  ]);
  return { op: 'Constant', inputs: [], outputs: [name], attributes: [given] };
}

/** An attribute of a step. */
export function floatAttribute(name: string, value: number): Uint8Array {
  const four = Buffer.alloc(4);
  four.writeFloatLE(value);
  return packed([
    [attribute.name, bytes(name)],
    [attribute.float, { four }],
    [attribute.type, types.float],
  ]);
}

export const intAttribute = (name: string, value: number): Uint8Array =>
  packed([
    [attribute.name, bytes(name)],
    [attribute.int, BigInt(value)],
    [attribute.type, types.int],
  ]);

export const intsAttribute = (name: string, values: readonly number[]): Uint8Array =>
  packed([
    [attribute.name, bytes(name)],
    ...values.map((value): Field => [attribute.ints, BigInt(value)]),
    [attribute.type, types.ints],
  ]);

/** The whole numbers of an attribute; none where the step does not have it. */
export function intsIn({ attributes }: Step, name: string): readonly number[] {
  const fields = attributes
    .map(fieldsOf)
    .find((one) => text(bytesOf(one, attribute.name)[0] ?? bytes('')) === name);
  return fields ? numbersOf(fields, attribute.ints) : [];
}
