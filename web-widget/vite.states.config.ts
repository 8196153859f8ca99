import { defineConfig } from 'vite';
import { mockApi } from './dev/mock-api.ts';

/** A page for those who work on the parts: each in every state, without the service. `npm run states` */
export default defineConfig({
  root: 'dev/states',
  publicDir: false,
  logLevel: 'warn',
  plugins: [mockApi()],
  server: { fs: { allow: ['../..'] }, open: false },
});
