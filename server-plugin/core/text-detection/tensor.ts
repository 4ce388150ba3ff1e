/** A dense tensor of 32-bit floats, row-major. */
export interface Tensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/** Runs a model of one input and one output; onnxruntime-web in the browser, onnxruntime-node in the bridge. */
export type Infer = (input: Tensor) => Promise<Tensor>;
