import type { Plan } from '@pseudonymize-redact/core/deidentification';

/** How many Data Elements each action was taken on, and on which grounds: `X basicProfile` → 12. What was kept is left out. */
export const actionCountsOf = ({ actions }: Plan): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { action, grounds } of actions) {
    if (grounds === 'untouched') continue;
    const key = `${action} ${grounds}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};
