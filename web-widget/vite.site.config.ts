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
      next();
    });
  },
};

/** The demonstration site at `/`. It loads the widget as any other page would. */
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
  },
});
