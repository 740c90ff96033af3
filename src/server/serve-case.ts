import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { type AccountsOptions, openAccounts } from '../accounts/index.ts';
import { keepersOf } from '../keepers/index.ts';
import type { Case } from '../ledger/index.ts';
import { addressOf, LINE_WEB_ROOT, lineApp, openLine } from '../line/index.ts';
import { SanadError } from '../model/index.ts';
import type { Endpoint } from '../proposing/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';
import { openMapFile } from './map-file.ts';
import { photographArrived } from './photographs.ts';
import { openUploads } from './uploads.ts';

/**
 * Milliseconds for which an idle connection stays open: longer than any proxy or client before the
 * server keeps one (60 s as a rule), for who closes first may close while a request is on its way.
 */
const KEPT_OPEN = 75_000;

export interface ServeOptions {
  /** The first one tried; where it is taken the next free one is. 0 takes any. */
  readonly port: number;
  /** The address that listens. Default 127.0.0.1: nobody but this machine. */
  readonly host?: string;
  /** Names under which the server may be called, beside addresses and `localhost`. */
  readonly hostNames?: readonly string[];
  /** Folder of the built pages. Default: where the build puts them. */
  readonly webRoot?: string;
  /** For `verify` of a sealed case, which reads the folder anew. */
  readonly passphrase?: string;
  /** Told of errors that nobody foresaw; standard error by default. */
  readonly log?: (error: unknown) => void;
  /** Whether a proxy that ends TLS stands before the server, on this machine. Default: none. */
  readonly proxy?: 'trusted' | 'none';
  /** Whether every account must set up a second factor. Default: offered. */
  readonly secondFactor?: 'required' | 'offered';
  /** Where the public line is: its address, or a folder, whose page is then served here at /line/ too. */
  readonly line?: string;
  /** A file of map tiles (PMTiles) that lies under the plans. @throws SanadError `site.map-unreadable` */
  readonly map?: string;
  /** The second reader that may be asked about reports; none by default. */
  readonly reader?: Endpoint;
  /** Clock, chance, costs and limits of accounts; tests give their own. */
  readonly accounts?: AccountsOptions;
}

export interface Served {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const WEB_ROOT = resolve(import.meta.dirname, '../../web/dist');
/** How many ports are tried, one after the other. */
const TRIES = 20;
/** Milliseconds: how often it is seen to that keys which nobody needs any more leave the memory. */
const SETTLE = 30_000;

/**
 * Serves an open case until `close`. Answers from the first moment; people and claims are worked out meanwhile.
 *
 * @throws the system's error where no port can be listened on
 */
export async function serveCase(opened: Case, options: ServeOptions): Promise<Served> {
  const host = options.host ?? '127.0.0.1';
  const map = options.map === undefined ? undefined : openMapFile(options.map);
  const derivation = deriveFrom(opened);
  const accounts = opened.sealed ? openAccounts(opened, options.accounts) : undefined;
  accounts?.settle();
  const uploads = openUploads(opened, () => new Date(), photographArrived(opened));
  const log = options.log ?? ((error: unknown) => console.error(error));
  const app = createApp(
    {
      case: opened,
      derivation,
      // where people sign in, the server keeps no passphrase: what it would open is for those who may
      ...(options.passphrase === undefined || accounts?.inUse() ? {} : { passphrase: options.passphrase }),
      ...(accounts ? { accounts } : {}),
      uploads,
      ...(options.line === undefined ? {} : { linePlace: options.line }),
      ...(map ? { map } : {}),
      ...(options.reader ? { reader: options.reader } : {}),
    },
    {
      webRoot: options.webRoot ?? WEB_ROOT,
      hostNames: [host, ...(options.hostNames ?? [])],
      log,
      proxy: options.proxy ?? 'none',
      secondFactor: options.secondFactor ?? 'offered',
      ...publicLineOf(opened, options.line, log),
    },
  );
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  server.keepAliveTimeout = KEPT_OPEN;
  const port = await listen(server, host, options.port);
  // where people sign in, nothing is worked out before somebody who may read it does
  const ahead = accounts?.inUse()
    ? Promise.resolve()
    : Promise.allSettled([derivation.people(), derivation.claims()]);
  const settling = setInterval(() => {
    accounts?.settle();
    uploads.settle().catch(log);
  }, SETTLE).unref();
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    port,
    close: async () => {
      clearInterval(settling);
      uploads.close();
      map?.close();
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      await ahead;
    },
  };
}

/** A line whose folder lies on this machine is served from here; sealed to the keepers of the case. */
function publicLineOf(
  opened: Case,
  place: string | undefined,
  log: (error: unknown) => void,
): { readonly publicLine?: Hono } {
  if (place === undefined || /^https?:/i.test(place)) return {};
  const line = openLine(place, keepersOf(opened).join('\n'));
  return { publicLine: lineApp(line, { webRoot: LINE_WEB_ROOT, clock: () => new Date(), addressOf, log }) };
}

async function listen(server: Server, host: string, first: number): Promise<number> {
  for (let tried = 0; ; tried++) {
    const port = first === 0 || first + tried > 65_535 ? 0 : first + tried;
    try {
      await new Promise<void>((done, failed) => {
        server.once('error', failed);
        server.listen({ host, port, exclusive: true }, () => {
          server.off('error', failed);
          done();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' || tried === TRIES)
        throw code === 'EADDRINUSE' ? new SanadError('server.port-taken', { port: first }, error) : error;
    }
  }
}
