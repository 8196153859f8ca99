import { defineConfig } from 'vite';

/** The dashboard's page at `/admin`: one script for all, and charts that are fetched when they are needed. */
export default defineConfig({
  root: 'admin',
  base: '/admin/',
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: '../target/classes/static/admin',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 600, // ECharts, which is fetched only once somebody has signed in
    rolldownOptions: {
      output: {
        entryFileNames: 'admin.js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
});
