import { JobState } from '@pseudonymize-redact/core/contract';
import { z } from 'zod';

/** For SQL: how many jobs `j` there are, in all and by state. */
export const STUDY_COUNTS = [
  'count(j.id)::int AS total',
  ...JobState.options.map((state) => `count(j.id) FILTER (WHERE j.state = '${state}')::int AS ${state}`),
].join(', ');

/** What that gives. */
export const STUDY_COUNTS_SHAPE = {
  total: z.int(),
  created: z.int(),
  retry: z.int(),
  active: z.int(),
  completed: z.int(),
  cancelled: z.int(),
  failed: z.int(),
};
