import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@pseudonymize-redact/source'] },
  ssr: { resolve: { conditions: ['@pseudonymize-redact/source'] } },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // What a page or a bridge comes to takes longer on a busy machine than the second that is polled for by default.
    expect: { poll: { timeout: 60_000 } },
  },
});
