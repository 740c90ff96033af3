import { resolve } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';

/**
 * Keepers of a line have X25519 keys; the post-quantum and P-256 parts of the age library would be half of the page's
 * weight and are left out. A key of another kind is refused when the line starts.
 */
const withoutOtherKeys: Plugin = {
  name: 'without-other-keys',
  enforce: 'pre',
  resolveId: (id) =>
    /^@noble\/(post-quantum\/hybrid|curves\/nist)\.js$/.test(id) ? `\0none:${id}` : undefined,
  load: (id) =>
    id.startsWith('\0none:')
      ? 'export const MLKEM768P256 = undefined, MLKEM768X25519 = undefined, p256 = undefined;'
      : undefined,
};

/** The public page's one script and one style, under the names by which the server knows them. */
const config: InlineConfig = {
  root: import.meta.dirname,
  configFile: false,
  publicDir: false,
  plugins: [withoutOtherKeys],
  build: {
    outDir: resolve(import.meta.dirname, '../dist/line'),
    emptyOutDir: true,
    target: ['chrome80', 'firefox78', 'safari14'],
    modulePreload: false,
    rolldownOptions: {
      input: { line: resolve(import.meta.dirname, 'main.ts') },
      output: { entryFileNames: 'line.js', assetFileNames: 'line.[ext]' },
    },
  },
};
export default config;
