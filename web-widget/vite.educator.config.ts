import { defineConfig } from 'vite';

/** The studio's page at `/educator`: one script for all. */
export default defineConfig({
  root: 'educator',
  base: '/educator/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: '../target/classes/static/educator',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'educator.js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
