import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import type { Language } from '../messages/index.ts';
import { SanadError } from '../model/index.ts';
import type { Register, Run } from './command.ts';
import { registerAdd } from './commands/add.ts';
import { registerBackup, registerRestore } from './commands/backup.ts';
import { registerCapture } from './commands/capture.ts';
import { registerCheck } from './commands/check.ts';
import { registerClaims } from './commands/claims.ts';
import { registerCopy } from './commands/copy.ts';
import { registerCustody } from './commands/custody.ts';
import { registerErase } from './commands/erase.ts';
import { registerEstimate } from './commands/estimate.ts';
import { registerExport } from './commands/export.ts';
import { registerFind } from './commands/find.ts';
import { registerInit } from './commands/init.ts';
import { registerKey } from './commands/key.ts';
import { registerKnown } from './commands/known.ts';
import { registerLine } from './commands/line.ts';
import { registerLink } from './commands/link.ts';
import { registerNames } from './commands/names.ts';
import { registerPlan } from './commands/plan.ts';
import { registerProve } from './commands/prove.ts';
import { registerRead } from './commands/read.ts';
import { registerRecovery } from './commands/recovery.ts';
import { registerSameName } from './commands/same-name.ts';
import { registerServe } from './commands/serve.ts';
import { registerSite } from './commands/site.ts';
import { registerVerify } from './commands/verify.ts';
import { registerWithdraw } from './commands/withdraw.ts';
import { registerWitness } from './commands/witness.ts';
import { errorSentence, type Surroundings, type Terminal, terminal } from './terminal.ts';

const COMMANDS: readonly Register[] = [
  registerInit,
  registerAdd,
  registerFind,
  registerEstimate,
  registerClaims,
  registerSameName,
  registerServe,
  registerLine,
  registerVerify,
  registerProve,
  registerCheck,
  registerWitness,
  registerCapture,
  registerCustody,
  registerCopy,
  registerKnown,
  registerExport,
  registerBackup,
  registerRestore,
  registerKey,
  registerRecovery,
  registerErase,
  registerWithdraw,
  registerRead,
  registerLink,
  registerPlan,
  registerSite,
  registerNames,
];

const EXIT_WRONG_USE = 2;

/** Errors that mean the command was used wrongly, not that something was refused. */
const WRONG_USE: ReadonlySet<string> = new Set([
  'case.not-found',
  'case.not-a-case',
  'case.exists',
  'case.passphrase-needed',
  'case.passphrase-wrong',
  'case.lock-unknown',
  'key.class-unknown',
  'key.new-passphrase-needed',
  'erase.why-needed',
  'name.empty',
  'reader.address',
  'reader.consent',
  'name.too-long',
  'list.map-invalid',
  'export.exists',
]);

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string })
    .version;

const TITLES: Readonly<Record<string, Parameters<Terminal['text']>[0]>> = {
  'Usage:': 'title.usage',
  'Arguments:': 'title.arguments',
  'Options:': 'title.options',
  'Commands:': 'title.commands',
};

/** `--lang` is looked for before anything is parsed, so that help comes in the right language too. */
function languageIn(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = at < 0 ? undefined : args[at]!.startsWith('--lang=') ? args[at]!.slice(7) : args[at + 1];
  return value === 'ar' || value === 'en' ? value : undefined;
}

/** Runs one command line and returns its exit code: 0 done, 1 done with refusals, 2 wrong use. */
export async function runSanad(args: readonly string[], around: Surroundings): Promise<number> {
  const language = languageIn(args);
  const words = terminal(around, language ? { language } : {});
  let exitCode = 0;

  const run: Run =
    (work) =>
    async (...given) => {
      const command = given.at(-1) as unknown as Command;
      const by = (command.opts() as { by?: string }).by;
      const speaking = terminal(around, { language: words.language, ...(by ? { by } : {}) });
      try {
        exitCode = await work({ terminal: speaking, around }, ...given);
      } catch (error) {
        speaking.say(errorSentence(speaking, error));
        if (around.env.SANAD_DEBUG && error instanceof Error) speaking.say(error.stack ?? '');
        exitCode = error instanceof SanadError && WRONG_USE.has(error.code) ? EXIT_WRONG_USE : 1;
      }
    };

  const program = new Command('sanad')
    .description(words.text('about'))
    .version(version(), '-V, --version', words.text('option.version'))
    .helpOption('-h, --help', words.text('option.help'))
    .helpCommand('help [command]', words.text('option.help'))
    .configureHelp({ styleTitle: (title) => (TITLES[title] ? words.text(TITLES[title]) : title) })
    .addOption(new Option('--lang <language>', words.text('option.language')).choices(['ar', 'en']))
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => around.out.write(text),
      writeErr: (text) => around.err.write(text),
    });
  for (const register of COMMANDS) register(program, words, run);
  for (const command of program.commands) {
    command.addOption(new Option('--lang <language>', words.text('option.language')).choices(['ar', 'en']));
    for (const inner of command.commands)
      inner.addOption(new Option('--lang <language>', words.text('option.language')).choices(['ar', 'en']));
  }

  try {
    await program.parseAsync(args as string[], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : EXIT_WRONG_USE;
  }
  return exitCode;
}
