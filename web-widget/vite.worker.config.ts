import { defineConfig } from 'vite';

/** What keeps the terminal's page for a time without a network. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: 'target/classes/static/kiosk',
    emptyOutDir: false,
    lib: {
      entry: 'src/kiosk/worker.ts',
      formats: ['iife'],
      name: 'kepuKioskWorker',
      fileName: () => 'worker.js',
    },
  },
});
