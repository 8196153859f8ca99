import { defineConfig } from 'vite';

/** The embeddable script: one self-registering ES module with everything it needs inside. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2022',
    outDir: 'target/classes/static/widget',
    emptyOutDir: true,
    minify: 'oxc',
    rolldownOptions: {
      input: 'src/kepu-chat.ts',
      output: { entryFileNames: 'kepu-chat.js', codeSplitting: false },
    },
  },
});
