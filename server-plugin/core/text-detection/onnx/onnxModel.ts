import { PbfReader, PbfWriter } from 'pbf';

// Of onnx.proto (ONNX, IR version 7): the fields that are read or written here.
const MODEL_GRAPH = 7;
const GRAPH = { node: 1, initializer: 5, output: 12 } as const;
const VALUE = { name: 1, type: 2, tensorOfType: 1, elementOfTensor: 1 } as const;
const NODE = { input: 1, output: 2, name: 3, operator: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, float: 2, integer: 3, tensor: 5, integers: 8, type: 20 } as const;
const ATTRIBUTE_TYPE = { float: 1, integer: 2, integers: 7 } as const;
const TENSOR = { dims: 1, type: 2, floats: 4, name: 8, raw: 9 } as const;
export const TENSOR_TYPE = { float: 1, integer: 7 } as const;

/** One operation of a model's graph. */
export interface OnnxNode {
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** As they are written: AttributeProto. */
  readonly attributes: readonly Uint8Array[];
}

/** An operation with one output. */
export const operation = (
  operator: string,
  inputs: readonly string[],
  output = '',
  attributes: readonly Uint8Array[] = [],
): OnnxNode => ({ operator, inputs, outputs: [output], attributes });

/** An array of 32-bit floats that is part of the model. */
export interface OnnxConstant {
  readonly dims: readonly number[];
  readonly values: Float32Array;
}

/** A model whose graph can be rewritten; everything else of it stays as it was. */
export interface OnnxModel {
  readonly nodes: readonly OnnxNode[];
  /** By the name that nodes have as an input. */
  readonly constants: ReadonlyMap<string, OnnxConstant>;
  /** The names of what it puts out. */
  readonly outputs: readonly string[];
  /** The model with other nodes, and with more constants and shapes. */
  readonly withGraph: (
    nodes: readonly OnnxNode[],
    constants: ReadonlyMap<string, OnnxConstant>,
    shapes: ReadonlyMap<string, readonly number[]>,
  ) => Uint8Array;
}

interface Field {
  readonly number: number;
  /** A number where the field is one of fixed or of variable length. */
  readonly value: number | Uint8Array;
}

const VARINT = 0;
const BYTES = 2;

/** The fields of a message in their order. */
const fieldsOf = (message: Uint8Array): readonly Field[] => {
  const fields: Field[] = [];
  new PbfReader(message).readFields((number, _, reader) => {
    const value =
      reader.type === VARINT
        ? reader.readVarint(true)
        : reader.type === BYTES
          ? reader.readBytes()
          : reader.readFloat();
    fields.push({ number, value });
  }, null);
  return fields;
};

const bytesOf = (fields: readonly Field[], wanted: number): readonly Uint8Array[] =>
  fields.flatMap(({ number, value }) => (number === wanted && typeof value !== 'number' ? [value] : []));

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const nodeOf = (message: Uint8Array): OnnxNode => {
  const fields = fieldsOf(message);
  return {
    operator: textOf(bytesOf(fields, NODE.operator)[0]),
    inputs: bytesOf(fields, NODE.input).map(textOf),
    outputs: bytesOf(fields, NODE.output).map(textOf),
    attributes: bytesOf(fields, NODE.attribute),
  };
};

/** Dims may be packed or not. */
const dimsOf = (fields: readonly Field[]): readonly number[] =>
  fields.flatMap(({ number, value }) => {
    if (number !== TENSOR.dims) return [];
    return typeof value === 'number' ? [value] : new PbfReader(value).readPackedVarint();
  });

/** Null for what is no array of 32-bit floats. */
const constantOf = (message: Uint8Array): OnnxConstant | null => {
  const fields = fieldsOf(message);
  if (!fields.some(({ number, value }) => number === TENSOR.type && value === TENSOR_TYPE.float)) return null;
  const [raw] = bytesOf(fields, TENSOR.raw);
  const [packed] = bytesOf(fields, TENSOR.floats);
  const single = fields.flatMap(({ number, value }) =>
    number === TENSOR.floats && typeof value === 'number' ? [value] : [],
  );
  const bytes = raw ?? packed;
  const values =
    bytes === undefined ? Float32Array.from(single) : new Float32Array(Uint8Array.from(bytes).buffer);
  return { dims: dimsOf(fields), values };
};

const tensorOf = ({ attributes }: OnnxNode): Uint8Array | undefined =>
  attributes.flatMap((attribute) => bytesOf(fieldsOf(attribute), ATTRIBUTE.tensor))[0];

const messageOf = (write: (writer: PbfWriter) => void): Uint8Array => {
  const writer = new PbfWriter();
  write(writer);
  return writer.finish();
};

/** An attribute of type FLOAT. */
export const floatAttribute = (name: string, value: number): Uint8Array =>
  messageOf((writer) => {
    writer.writeStringField(ATTRIBUTE.name, name);
    writer.writeFloatField(ATTRIBUTE.float, value);
    writer.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPE.float);
  });

/** An attribute of type INT. */
export const integerAttribute = (name: string, value: number): Uint8Array =>
  messageOf((writer) => {
    writer.writeStringField(ATTRIBUTE.name, name);
    writer.writeVarintField(ATTRIBUTE.integer, value);
    writer.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPE.integer);
  });

/** An attribute of type INTS. */
export const integersAttribute = (name: string, values: readonly number[]): Uint8Array =>
  messageOf((writer) => {
    writer.writeStringField(ATTRIBUTE.name, name);
    for (const value of values) writer.writeVarintField(ATTRIBUTE.integers, value);
    writer.writeVarintField(ATTRIBUTE.type, ATTRIBUTE_TYPE.integers);
  });

/** The values of an attribute of type INTS; none where the node has no such attribute. */
export const integersOf = ({ attributes }: OnnxNode, name: string): readonly number[] =>
  attributes.map(fieldsOf).flatMap((fields) => {
    if (textOf(bytesOf(fields, ATTRIBUTE.name)[0]) !== name) return [];
    return fields.flatMap(({ number, value }) => {
      if (number !== ATTRIBUTE.integers) return [];
      return typeof value === 'number' ? [value] : new PbfReader(value).readPackedVarint();
    });
  });

const nodeMessage = ({ operator, inputs, outputs, attributes }: OnnxNode): Uint8Array =>
  messageOf((writer) => {
    for (const input of inputs) writer.writeStringField(NODE.input, input);
    for (const output of outputs) writer.writeStringField(NODE.output, output);
    writer.writeStringField(NODE.name, outputs[0] ?? '');
    writer.writeStringField(NODE.operator, operator);
    for (const attribute of attributes) writer.writeBytesField(NODE.attribute, attribute);
  });

const constantMessage = (name: string, { dims, values }: OnnxConstant): Uint8Array =>
  messageOf((writer) => {
    for (const dim of dims) writer.writeVarintField(TENSOR.dims, dim);
    writer.writeVarintField(TENSOR.type, TENSOR_TYPE.float);
    writer.writeStringField(TENSOR.name, name);
    writer.writeBytesField(TENSOR.raw, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  });

const shapeMessage = (name: string, shape: readonly number[]): Uint8Array =>
  messageOf((writer) => {
    writer.writeVarintField(TENSOR.dims, shape.length);
    writer.writeVarintField(TENSOR.type, TENSOR_TYPE.integer);
    writer.writeStringField(TENSOR.name, name);
    writer.writeBytesField(TENSOR.raw, new Uint8Array(BigInt64Array.from(shape, BigInt).buffer));
  });

const write = (writer: PbfWriter, { number, value }: Field): void => {
  if (typeof value === 'number') writer.writeVarintField(number, value);
  else writer.writeBytesField(number, value);
};

/** TypeProto of an array of 32-bit floats of any shape. */
const typeOfFloats = messageOf((type) => {
  type.writeBytesField(
    VALUE.tensorOfType,
    messageOf((tensor) => {
      tensor.writeVarintField(VALUE.elementOfTensor, TENSOR_TYPE.float);
    }),
  );
});

/** An output of 32-bit floats; its shape is what its maker makes it. */
const outputMessage = (name: string): Uint8Array =>
  messageOf((writer) => {
    writer.writeStringField(VALUE.name, name);
    writer.writeBytesField(VALUE.type, typeOfFloats);
  });

/** @param bytes ModelProto as published: hashes are compared before */
export const onnxModelOf = (bytes: Uint8Array): OnnxModel => {
  const model = fieldsOf(bytes);
  const graph = fieldsOf(bytesOf(model, MODEL_GRAPH)[0] ?? new Uint8Array());
  const nodes = bytesOf(graph, GRAPH.node).map(nodeOf);
  const constants = new Map<string, OnnxConstant>();
  const add = (name: string | undefined, tensor: Uint8Array | undefined): void => {
    const constant = tensor === undefined ? null : constantOf(tensor);
    if (name !== undefined && constant !== null) constants.set(name, constant);
  };
  for (const tensor of bytesOf(graph, GRAPH.initializer))
    add(textOf(bytesOf(fieldsOf(tensor), TENSOR.name)[0]), tensor);
  for (const node of nodes) if (node.operator === 'Constant') add(node.outputs[0], tensorOf(node));
  const outputs = bytesOf(graph, GRAPH.output).map((value) =>
    textOf(bytesOf(fieldsOf(value), VALUE.name)[0]),
  );
  return {
    nodes,
    constants,
    outputs,
    withGraph: (newNodes, newConstants, shapes) => {
      const graphMessage = messageOf((writer) => {
        for (const node of newNodes) writer.writeBytesField(GRAPH.node, nodeMessage(node));
        for (const [name, constant] of newConstants)
          writer.writeBytesField(GRAPH.initializer, constantMessage(name, constant));
        for (const [name, shape] of shapes)
          writer.writeBytesField(GRAPH.initializer, shapeMessage(name, shape));
        for (const output of outputs) writer.writeBytesField(GRAPH.output, outputMessage(output));
        for (const field of graph)
          if (field.number !== GRAPH.node && field.number !== GRAPH.output) write(writer, field);
      });
      return messageOf((writer) => {
        for (const field of model) if (field.number !== MODEL_GRAPH) write(writer, field);
        writer.writeBytesField(MODEL_GRAPH, graphMessage);
      });
    },
  };
};
