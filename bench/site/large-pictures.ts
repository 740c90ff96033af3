/**
 * What a picture of 200 megapixels costs the server: its memory and time while a small one is made of it.
 *
 *     node bench/site/large-pictures.ts
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { planRaster } from '../../src/files/index.ts';
import { SanadError } from '../../src/model/index.ts';

const [WIDTH, HEIGHT] = [16_320, 12_256];
const mebibytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;

const [, , given] = process.argv;
if (given) {
  const bytes = readFileSync(given);
  const before = process.resourceUsage().maxRSS * 1024;
  const started = process.cpuUsage();
  const outcome = await planRaster(bytes).then(
    ({ width, height, bytes: small }) => `${width} × ${height}, ${mebibytes(small.length)}`,
    (error: unknown) => {
      if (!(error instanceof SanadError)) throw error;
      return `${error.code}, limit ${error.data.limit}`;
    },
  );
  const { user, system } = process.cpuUsage(started);
  const more = process.resourceUsage().maxRSS * 1024 - before;
  console.log(`${outcome} | ${mebibytes(more)} more at most | ${((user + system) / 1e6).toFixed(1)} CPU-s`);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'sanad-large-'));
  const stripes = await sharp({ create: { width: 256, height: 256, channels: 3, background: '#ddd' } })
    .composite([{ input: { create: { width: 90, height: 130, channels: 3, background: '#345' } } }])
    .png()
    .toBuffer();
  const wall = () =>
    sharp({
      create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#fff' },
      limitInputPixels: false,
    }).composite([{ input: stripes, tile: true }]);
  const kinds = {
    'JPEG, turned': () => wall().withMetadata({ orientation: 6 }).jpeg(),
    'JPEG, progressive': () => wall().jpeg({ progressive: true }),
    PNG: () => wall().png({ compressionLevel: 1 }),
    TIFF: () => wall().tiff({ compression: 'lzw' }),
  };
  for (const [kind, make] of Object.entries(kinds)) {
    const path = join(folder, 'wall');
    writeFileSync(path, await make().toBuffer());
    const said = execFileSync(process.execPath, [import.meta.filename, path], { encoding: 'utf8' });
    console.log(`${kind.padEnd(18)}| ${said.trim()}`);
  }
  rmSync(folder, { recursive: true });
}
