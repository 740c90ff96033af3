import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { format, pageMessages } from '../src/messages/index.ts';

/** Puts the sentence for a browser without scripts into the page, in both languages. */
const withoutScripts: Plugin = {
  name: 'without-scripts',
  transformIndexHtml: (html) =>
    html.replace(
      '<!--without-scripts-->',
      `<p>${format(pageMessages['shell.no-script'], 'ar')}</p><p lang="en" dir="ltr">${format(pageMessages['shell.no-script'], 'en')}</p>`,
    ),
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutScripts],
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8484' } },
});
