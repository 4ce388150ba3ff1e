import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['@pseudonymize-redact/source'] },
  ssr: { resolve: { conditions: ['@pseudonymize-redact/source'] } },
  test: { include: ['test/**/*.test.ts', 'test/**/*.test.tsx'], testTimeout: 120_000, hookTimeout: 180_000 },
});
