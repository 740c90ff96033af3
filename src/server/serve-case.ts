import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import type { Case } from '../ledger/index.ts';
import { SanadError } from '../model/index.ts';
import { createApp } from './app.ts';
import { deriveFrom } from './derivation.ts';

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
}

export interface Served {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

const WEB_ROOT = resolve(import.meta.dirname, '../../web/dist');
/** How many ports are tried, one after the other. */
const TRIES = 20;

/**
 * Serves an open case until `close`. Answers from the first moment; people and claims are worked out meanwhile.
 *
 * @throws the system's error where no port can be listened on
 */
export async function serveCase(opened: Case, options: ServeOptions): Promise<Served> {
  const host = options.host ?? '127.0.0.1';
  const derivation = deriveFrom(opened);
  const log = options.log ?? ((error: unknown) => console.error(error));
  const app = createApp(
    {
      case: opened,
      derivation,
      ...(options.passphrase === undefined ? {} : { passphrase: options.passphrase }),
    },
    { webRoot: options.webRoot ?? WEB_ROOT, hostNames: [host, ...(options.hostNames ?? [])], log },
  );
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
  const port = await listen(server, host, options.port);
  const ahead = Promise.allSettled([derivation.people(), derivation.claims()]);
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    port,
    close: async () => {
      await new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      });
      await ahead;
    },
  };
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
