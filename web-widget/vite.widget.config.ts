import { defineConfig, type Plugin } from 'vite';

const METADATA = 'kepu:lit-metadata';
const GLOBALS = /litPropertyMetadata|(litHtml|litElement|reactiveElement)Versions/;

/**
 * Lit writes its versions and its properties' metadata on `window`. A page of others is left as it was: the versions are
 * told to nobody, and the metadata is a module's.
 */
const litWithoutGlobals: Plugin = {
  name: 'lit-without-globals',
  resolveId: (id) => (id === METADATA ? `\0${METADATA}` : undefined),
  load: (id) => (id === `\0${METADATA}` ? 'export default new WeakMap();' : undefined),
  transform(code, id) {
    if (!/node_modules\/(@lit|lit-)/.test(id) || !GLOBALS.test(code)) return undefined;
    const kept = code
      .replace(/\w+\.(litHtml|litElement|reactiveElement)Versions\s*\?\?=\s*\[\]/g, '[]')
      .replace(/\w+\.litPropertyMetadata\s*\?\?=\s*new WeakMap(\(\))?/g, 'undefined')
      .replace(/globalThis\.litPropertyMetadata/g, 'litPropertyMetadata');
    return { code: `import litPropertyMetadata from '${METADATA}';${kept}`, map: null };
  },
};
/** The embeddable script: one self-registering ES module with everything it needs inside. */
export default defineConfig({
  publicDir: false,
  plugins: [litWithoutGlobals],
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
