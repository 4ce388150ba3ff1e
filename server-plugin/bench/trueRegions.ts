// The regions that a set of planted identifiers has text in, for `--true-regions`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const AnswerKey = z.object({
  instances: z.array(
    z.object({
      SOPInstanceUID: z.string(),
      checks: z.array(z.object({ action: z.string(), action_text: z.string() })),
    }),
  ),
});
/** Corners are pixels, the frame is 0-based. */
const PlantedText = z.object({
  top_left: z.tuple([z.number(), z.number()]),
  bottom_right: z.tuple([z.number(), z.number()]),
  frame: z.number(),
});

/** Writes the places of all text that must be hidden, as `deidentify --regions` reads them. */
export const writeTrueRegions = (set: string, path: string): void => {
  const { instances } = AnswerKey.parse(JSON.parse(readFileSync(join(set, 'answer_key.json'), 'utf8')));
  const regions = instances.flatMap(({ SOPInstanceUID, checks }) =>
    checks
      .filter(({ action }) => action === 'pixels_hidden')
      .map(({ action_text }) => {
        const { top_left, bottom_right, frame } = PlantedText.parse(JSON.parse(action_text));
        return {
          scope: { sopInstanceUID: SOPInstanceUID },
          frames: { first: frame + 1, last: frame + 1 },
          box: [...top_left, ...bottom_right],
        };
      }),
  );
  writeFileSync(path, JSON.stringify({ regions }));
};
