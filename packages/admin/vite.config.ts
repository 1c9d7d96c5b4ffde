/** Builds the web app into `dist`, which the server serves at `/`; in development it passes the API on. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { writtenOut } from './written-out.ts';

const API = process.env['GOALPOST_API'] ?? 'http://127.0.0.1:8090';
const PASSED_ON = ['/api', '/management', '/stat', '/watch', '/metrika', '/tag.js', '/healthz', '/chat/v1'];

export default defineConfig({
  root: import.meta.dirname,
  // Files name each other by where they lie: a proxy may serve them below a path.
  base: './',
  plugins: [writtenOut, react()],
  // The same hook in a tenth of the time: a report has hundreds of parts that ask for words.
  resolve: { alias: { 'react-i18next': join(import.meta.dirname, 'src', 'i18n', 'react.ts') } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: Object.fromEntries(PASSED_ON.map((path) => [path, { target: API, ws: true }])),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    // A screen that takes a limit from a file of shapes does without the shapes.
    rolldownOptions: {
      input: ['index.html', 'src/report/page/report-page.tsx'].map((path) => join(import.meta.dirname, path)),
      treeshake: { manualPureFunctions: ['z'] },
      output: {
        codeSplitting: {
          groups: [{ name: 'first', tags: ['$initial'], includeDependenciesRecursively: false }],
        },
      },
    },
  },
});
