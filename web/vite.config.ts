import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';
import { format, pageMessages } from '../src/messages/index.ts';
import publicLine from './line/vite.config.ts';
import savedCheck from './offline/vite.config.ts';

/** Puts the sentence for a browser without scripts into the page, in both languages. */
const withoutScripts: Plugin = {
  name: 'without-scripts',
  transformIndexHtml: (html) =>
    html.replace(
      '<!--without-scripts-->',
      `<p>${format(pageMessages['shell.no-script'], 'ar')}</p><p lang="en" dir="ltr">${format(pageMessages['shell.no-script'], 'en')}</p>`,
    ),
};

/** What draws PDF pages in the browser finds its fonts and character maps beside the pages. */
const withPdfParts: Plugin = {
  name: 'with-pdf-parts',
  apply: 'build',
  generateBundle() {
    const from = resolve(import.meta.dirname, '../node_modules/pdfjs-dist');
    for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
      for (const name of readdirSync(resolve(from, folder)))
        if (!/\.wasm$|quickjs/.test(name))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: readFileSync(resolve(from, folder, name)),
          });
  },
};

/** The public line's page and the saved checking page are small ones of their own; they are built after these, among them. */
const withSmallPages: Plugin = {
  name: 'with-small-pages',
  apply: 'build',
  closeBundle: async () => {
    await build(publicLine);
    await build(savedCheck);
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), withoutScripts, withPdfParts, withSmallPages],
  build: {
    outDir: resolve(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8484' } },
});
