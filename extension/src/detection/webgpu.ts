// A bundle of its own, `webgpu.js`: it is loaded only where the machine has a GPU.
export { env, InferenceSession, Tensor } from 'onnxruntime-web/webgpu';
