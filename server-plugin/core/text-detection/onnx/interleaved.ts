import type { OnnxGraph } from './onnxGraph.ts';
import { integerAttribute, integersAttribute, operation, type OnnxNode } from './onnxModel.ts';

// DepthToSpace does this as well, a number at a time; runtimes move whole axes several times as fast.

/** In a shape: as many as the input has in this place, and as many as are left. */
const SAME = 0;
const REST = -1;

/**
 * Pictures of 1 × channels × height × width, woven into one: of each square of it, each of its pixels is of another picture.
 * @param rows names of the pictures whose pixels are side by side, for each row of a square
 */
export const interleaved = (
  graph: OnnxGraph,
  rows: readonly (readonly string[])[],
  channels: number,
  output: string,
): readonly OnnxNode[] => {
  const row = (i: number, form: string): string => `${output}.row${String(i)}.${form}`;
  const wide = graph.addShape(`${output}.wide`, [SAME, SAME, 1, REST]);
  const square = graph.addShape(`${output}.square`, [1, channels, REST, SAME]);
  const each = rows.flatMap((pictures, i): readonly OnnxNode[] => [
    operation('Concat', pictures, row(i, 'together'), [integerAttribute('axis', 0)]),
    operation('Transpose', [row(i, 'together')], row(i, 'woven'), [integersAttribute('perm', [1, 2, 3, 0])]),
    operation('Reshape', [row(i, 'woven'), wide], row(i, 'wide')),
  ]);
  const all = rows.map((_, i) => row(i, 'wide'));
  return [
    ...each,
    operation('Concat', all, `${output}.rows`, [integerAttribute('axis', 2)]),
    operation('Reshape', [`${output}.rows`, square], output),
  ];
};
