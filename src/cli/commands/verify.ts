import type { VerifyResult } from '../../ledger/index.ts';
import { faultMessages } from '../../messages/index.ts';
import { examples, type Register } from '../command.ts';
import type { Terminal } from '../terminal.ts';

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
        const { verifyCase } = await import('../../ledger/index.ts');
        const report = options.keyless
          ? await verifyCase(folder, { keyless: true })
          : await verify(terminal, folder);
        if (options.json) terminal.json(report);
        else if (report.ok && options.keyless)
          terminal.say(terminal.text('verify.keyless-ok', { files: report.files }));
        else if (report.ok)
          terminal.say(terminal.text('verify.ok', { entries: report.entries, files: report.files }));
        else {
          terminal.say(terminal.text('verify.faults', { faults: report.faults.length }));
          tellFaults(terminal, report);
        }
        return report.ok ? 0 : 1;
      }),
    );
};

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
