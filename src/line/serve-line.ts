import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { Context } from 'hono';
import { lineApp } from './app.ts';
import type { Line } from './line-folder.ts';

export interface ServeLineOptions {
  readonly port: number;
  /** Default 127.0.0.1: an onion service or a proxy that ends TLS stands in front. */
  readonly host?: string;
  readonly webRoot?: string;
  readonly clock?: () => Date;
  readonly log?: (error: unknown) => void;
}

export interface ServedLine {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

export const LINE_WEB_ROOT = resolve(import.meta.dirname, '../../web/dist/line');

/** The client's address as Node's server knows it. */
export const addressOf = (c: Context): string | undefined =>
  (c.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress;

/** Serves a line alone, in a process that holds no case and no key that opens anything. */
export async function serveLine(line: Line, options: ServeLineOptions): Promise<ServedLine> {
  const host = options.host ?? '127.0.0.1';
  const app = lineApp(line, {
    webRoot: options.webRoot ?? LINE_WEB_ROOT,
    clock: options.clock ?? (() => new Date()),
    addressOf,
    log: options.log ?? ((error) => console.error(error instanceof Error ? error.stack : error)),
  });
  const server: Server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  // A slow line is no attack: half a minute for the headers, ten minutes for one part of a file.
  server.headersTimeout = 30_000;
  server.requestTimeout = 600_000;
  server.maxConnections = 2000;
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen({ host, port: options.port }, () => done());
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
