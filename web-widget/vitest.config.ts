import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The venues' names are the knowledge base's.
  server: { fs: { allow: ['..'] } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'site/**/*.test.ts'],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
