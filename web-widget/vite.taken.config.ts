import { defineConfig } from 'vite';

/** The page at `/t`, on which an answer is read that was taken along from a terminal. */
export default defineConfig({
  root: 'taken',
  base: '/taken/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: '../target/classes/static/taken',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: { entryFileNames: 'taken.js', assetFileNames: '[name][extname]', codeSplitting: false },
    },
  },
});
