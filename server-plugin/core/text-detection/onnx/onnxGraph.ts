import type { OnnxConstant, OnnxModel, OnnxNode } from './onnxModel.ts';

/** x scaled and moved by two numbers, in two operations. */
export interface Affine {
  readonly x: string;
  readonly scale: number;
  readonly offset: number;
  readonly nodes: readonly [multiply: OnnxNode, add: OnnxNode];
  readonly output: string;
}

/** The graph of a model while it is rewritten. */
export class OnnxGraph {
  readonly #model: OnnxModel;
  readonly #constants: Map<string, OnnxConstant>;
  readonly #shapes = new Map<string, readonly number[]>();
  #nodes: readonly OnnxNode[];

  constructor(model: OnnxModel) {
    this.#model = model;
    this.#nodes = model.nodes;
    this.#constants = new Map(model.constants);
  }

  nodesOf(operator: string): readonly OnnxNode[] {
    return this.#nodes.filter((node) => node.operator === operator);
  }

  constant(name: string | undefined): OnnxConstant | undefined {
    return name === undefined ? undefined : this.#constants.get(name);
  }

  /** @returns its name, to be an input */
  addConstant(name: string, dims: readonly number[], values: Float32Array): string {
    this.#constants.set(name, { dims, values });
    return name;
  }

  /** What a Reshape takes. @returns its name, to be an input */
  addShape(name: string, shape: readonly number[]): string {
    this.#shapes.set(name, shape);
    return name;
  }

  isOutput(name: string): boolean {
    return this.#model.outputs.includes(name);
  }

  makerOf(output: string): OnnxNode | undefined {
    return this.#nodes.find(({ outputs }) => outputs.includes(output));
  }

  takersOf(output: string): readonly OnnxNode[] {
    return this.#nodes.filter(({ inputs }) => inputs.includes(output));
  }

  /** The only node that takes what a node puts out, if it is of this operator. */
  nextOf(node: OnnxNode | undefined, operator: string): OnnxNode | undefined {
    const [taker, ...others] = node === undefined ? [] : this.takersOf(node.outputs[0] ?? '');
    return others.length === 0 && taker?.operator === operator ? taker : undefined;
  }

  /** The input of a node with two inputs that is not one number, and the number. */
  withNumber({ inputs: [a, b] }: OnnxNode): readonly [input: string, number: number] | undefined {
    const number = (name: string | undefined): number | undefined => {
      const values = this.constant(name)?.values;
      return values?.length === 1 ? values[0] : undefined;
    };
    const [first, second] = [number(a), number(b)];
    if (a !== undefined && second !== undefined) return [a, second];
    return b !== undefined && first !== undefined ? [b, first] : undefined;
  }

  affines(): readonly Affine[] {
    return this.nodesOf('Mul').flatMap((multiply): readonly Affine[] => {
      const [x, scale] = this.withNumber(multiply) ?? [];
      const add = this.nextOf(multiply, 'Add');
      const [, offset] = (add && this.withNumber(add)) ?? [];
      const output = add?.outputs[0];
      if (x === undefined || scale === undefined || offset === undefined || output === undefined) return [];
      return add === undefined ? [] : [{ x, scale, offset, nodes: [multiply, add], output }];
    });
  }

  /** Puts nodes in the place of the last of several. */
  replace(old: readonly OnnxNode[], by: readonly OnnxNode[]): void {
    const last = old.at(-1);
    this.#nodes = this.#nodes.flatMap((node) => {
      if (node === last) return by;
      return old.includes(node) ? [] : [node];
    });
  }

  /** The model with this graph; constants that nothing takes any more are left out. */
  finish(): Uint8Array {
    const taken = new Set(this.#nodes.flatMap(({ inputs }) => inputs));
    const isNew = (name: string): boolean => !this.#model.constants.has(name);
    return this.#model.withGraph(
      this.#nodes.filter(({ operator, outputs }) => operator !== 'Constant' || taken.has(outputs[0] ?? '')),
      new Map([...this.#constants].filter(([name]) => taken.has(name) && isNew(name))),
      this.#shapes,
    );
  }
}
