import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

const SCRIPT = 'sanad-check.js';
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Puts script and style into one page, whose own policy lets nothing else run and nothing go out. */
const asOnePage: Plugin = {
  name: 'as-one-page',
  enforce: 'post',
  generateBundle(_, bundle) {
    let [script, style] = ['', ''];
    for (const [name, part] of Object.entries(bundle)) {
      if (part.type === 'chunk') script += part.code;
      else if (name.endsWith('.css')) style += String(part.source);
      delete bundle[name];
    }
    const safe = script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
    const policy = `default-src 'none'; script-src ${hashOf(safe)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'`;
    this.emitFile({
      type: 'asset',
      fileName: 'sanad-check.html',
      source: `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>سند · Sanad</title><style>${style}</style></head><body><div id="root"></div><script>${safe}</script></body></html>\n`,
    });
  },
};

/** The checking page as one file that works from a disk, without a server and without a network. */
const config: InlineConfig = {
  root: import.meta.dirname,
  configFile: false,
  publicDir: false,
  plugins: [asOnePage],
  build: {
    outDir: resolve(import.meta.dirname, '../dist'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: resolve(import.meta.dirname, 'main.tsx'),
      output: { format: 'iife', entryFileNames: SCRIPT },
    },
  },
};
export default config;
