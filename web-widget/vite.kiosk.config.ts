import { defineConfig } from 'vite';

/** The terminal's page at `/kiosk`: one script, one style sheet. */
export default defineConfig({
  root: 'kiosk',
  base: '/kiosk/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: '../target/classes/static/kiosk',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'kiosk.js',
        assetFileNames: '[name][extname]',
        codeSplitting: false,
      },
    },
  },
});
