import { flushCompileCache } from 'node:module';
import { examples, type Register } from '../command.ts';
import { open } from '../open.ts';
import { port } from '../port.ts';
import { readerNamed } from '../second-reader.ts';
import { smallStart, tidyUp } from '../small-start.ts';

const DEFAULT_PORT = 8484;

interface ServeCommand {
  readonly port: number;
  readonly proxy?: string;
  readonly secondFactor?: true;
  readonly line?: string;
  readonly map?: string;
  readonly endpoint?: string;
  readonly model: string;
  readonly consent?: string;
}

export const registerServe: Register = (program, words, run) => {
  program
    .command('serve')
    .description(words.text('serve.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--port <n>', words.text('serve.port'), port, DEFAULT_PORT)
    .option('--proxy <name>', words.text('serve.proxy'))
    .option('--line <place>', words.text('serve.line'))
    .option('--map <file>', words.text('serve.map'))
    .option('--endpoint <url>', words.text('read.endpoint'))
    .option('--model <name>', words.text('read.model'), 'default')
    .option('--consent <phrase>', words.text('read.consent'))
    .option('--second-factor', words.text('serve.second-factor'))
    .addHelpText('after', examples(words, 'serve mycase', 'serve mycase --port 9000'))
    .action(
      run(async ({ terminal, around }, folder: string, options: ServeCommand) => {
        const reader = options.endpoint === undefined ? undefined : await readerNamed(options, around.env);
        // opened before the server is loaded: the memory that the passphrase costs is then used again
        tidyUp();
        const { case: opened, passphrase } = await open(terminal, folder, 'write');
        try {
          const { serveCase } = await smallStart(() => import('../../server/index.ts'));
          const server = await serveCase(opened, {
            port: options.port,
            ...(options.proxy === undefined ? {} : { proxy: 'trusted', hostNames: [options.proxy] }),
            ...(options.line === undefined ? {} : { line: options.line }),
            ...(options.map === undefined ? {} : { map: options.map }),
            ...(reader ? { reader } : {}),
            ...(options.secondFactor ? { secondFactor: 'required' } : {}),
            ...(passphrase === undefined ? {} : { passphrase }),
          });
          tidyUp();
          // kept now, for one that is killed: compiling all of it anew takes thirty megabytes more at the next start
          flushCompileCache();
          if (options.port !== 0 && server.port !== options.port)
            terminal.say(
              terminal.text('serve.port-taken', { port: String(options.port), used: String(server.port) }),
            );
          terminal.out(terminal.text('serve.ready', { url: server.url }));
          if (options.line !== undefined)
            terminal.say(terminal.text('serve.talks', { url: `${server.url}${terminal.language}/talks` }));
          terminal.say(terminal.text('serve.stop'));
          await new Promise<void>((resolve) => {
            for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
              process.once(signal, () => resolve());
          });
          await server.close();
        } finally {
          opened.close();
        }
        return 0;
      }),
    );
};
