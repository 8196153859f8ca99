import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts', 'site/**/*.test.ts'],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
