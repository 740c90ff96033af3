import type { VerifyResult } from '../../ledger/index.ts';
import { faultMessages } from '../../messages/index.ts';
import { SanadError, type Witness } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { errorSentence, type Terminal } from '../terminal.ts';

interface VerifyOptions {
  readonly json?: true;
  readonly keyless?: true;
}

export const registerVerify: Register = (program, words, run) => {
  program
    .command('verify')
    .description(words.text('verify.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--json', words.text('option.json'))
    .option('--keyless', words.text('verify.keyless'))
    .addHelpText('after', examples(words, 'verify mycase', 'verify /media/copy/mycase --keyless'))
    .action(
      run(async ({ terminal }, folder: string, options: VerifyOptions) => {
        if (options.keyless) return keyless(terminal, folder, options.json === true);
        const { isSealed, openCase, verifyCase, witnesses } = await import('../../ledger/index.ts');
        const passphrase = isSealed(folder) ? await terminal.passphrase('open') : undefined;
        const key = passphrase === undefined ? {} : { passphrase };
        const report = await verifyCase(folder, key);
        const seen: Witness[] = [];
        if (report.ok) {
          const opened = await openCase(folder, { ...key, mode: 'read' });
          // looked at anew, each as of its own time
          seen.push(...witnesses(opened));
          opened.close();
        }
        const broken = seen.filter(({ state }) => state === 'fault');
        const ok = report.ok && broken.length === 0;
        if (options.json) terminal.json({ ...report, ok, witnesses: seen });
        else if (report.ok)
          terminal.say(terminal.text('verify.ok', { entries: report.entries, files: report.files }));
        else {
          terminal.say(terminal.text('verify.faults', { faults: report.faults.length }));
          tellFaults(terminal, report);
        }
        if (!options.json) tellWitnesses(terminal, seen);
        return ok ? 0 : 1;
      }),
    );
};

/** What anybody can check. It never looks like a whole check: what was not looked at is told, and the code is another. */
async function keyless(terminal: Terminal, folder: string, json: boolean): Promise<ExitCode> {
  const { verifyCase } = await import('../../ledger/index.ts');
  const report = await verifyCase(folder, { keyless: true });
  const notLookedAt = ['entries', 'tree', 'values', 'witnesses'];
  if (json) terminal.json({ ...report, notLookedAt });
  else if (report.ok) terminal.say(terminal.text('verify.keyless-ok', { files: report.files }));
  else {
    terminal.say(terminal.text('verify.faults', { faults: report.faults.length }));
    tellFaults(terminal, report);
  }
  return report.ok ? 3 : 1;
}

function tellWitnesses(terminal: Terminal, seen: readonly Witness[]): void {
  const closed = seen.filter(({ state }) => state === 'closed').length;
  for (const { entry, kind, size, state, name = '', time = '', fault } of seen) {
    if (state === 'closed') continue;
    if (fault === undefined)
      terminal.say(terminal.text('verify.witness', { entries: size, kind, name, time, state }));
    else {
      const sentence = errorSentence(terminal, new SanadError(fault));
      terminal.say(terminal.text('verify.witness-fault', { entry: String(entry), sentence }));
    }
  }
  if (closed > 0) terminal.say(terminal.text('verify.witness-unread', { count: closed }));
}

/** Checks a whole case, asking for its passphrase only where it is sealed. */
export async function verify(terminal: Terminal, folder: string): Promise<VerifyResult> {
  const { isSealed, verifyCase } = await import('../../ledger/index.ts');
  const passphrase = isSealed(folder) ? await terminal.passphrase('open') : undefined;
  return verifyCase(folder, passphrase === undefined ? {} : { passphrase });
}

/** Every fault as a sentence with its place. */
export function tellFaults(terminal: Terminal, { faults }: VerifyResult): void {
  for (const { what, where } of faults)
    terminal.say(`✕ ${terminal.sentence(faultMessages[what], { where })}`);
}
