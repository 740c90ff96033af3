import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { format, pageMessages } from '../src/messages/index.ts';
import publicLine from './line/vite.config.ts';

/** Puts the sentence for a browser without scripts into the page, in both languages. */
const withoutScripts: Plugin = {
  name: 'without-scripts',
  transformIndexHtml: (html) =>
    html.replace(
      '<!--without-scripts-->',
      `<p>${format(pageMessages['shell.no-script'], 'ar')}</p><p lang="en" dir="ltr">${format(pageMessages['shell.no-script'], 'en')}</p>`,
    ),
};

/** The public line's page is a small one of its own; it is built after these, into a folder among them. */
const withPublicLine: Plugin = {
  name: 'with-public-line',
  apply: 'build',
  closeBundle: async () => {
    await build(publicLine);
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutScripts, withPublicLine],
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8484' } },
});
