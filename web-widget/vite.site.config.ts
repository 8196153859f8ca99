import { defineConfig, type Plugin } from 'vite';
import { mockApi } from './dev/mock-api.ts';

/** In development the page's /widget/kepu-chat.js is the source itself; in production it is the other build's file. */
const widgetFromSource: Plugin = {
  name: 'widget-from-source',
  apply: 'serve',
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      if (request.url?.startsWith('/widget/kepu-chat.js')) {
        request.url = '/@fs' + import.meta.dirname + '/src/kepu-chat.ts';
      }
      // As the service does.
      request.url = request.url?.replace(/^\/embed(?=\?|$)/, '/embed/index.html');
      next();
    });
  },
};

/** The demonstration site: `/`, which loads the widget as any other page would, and `/embed`, how to. */
export default defineConfig({
  root: 'site',
  publicDir: false,
  logLevel: 'warn',
  plugins: [widgetFromSource, mockApi()],
  server: { fs: { allow: ['..'] } },
  build: {
    target: 'es2022',
    outDir: '../target/classes/static',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['index.html', 'embed/index.html'].map((page) => `${import.meta.dirname}/site/${page}`),
    },
  },
});
