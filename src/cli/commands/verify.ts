import type { Fault } from '../../ledger/index.ts';
import { faultMessages } from '../../messages/index.ts';
import { examples, type Register } from '../command.ts';
import type { Terminal } from '../terminal.ts';

export const registerVerify: Register = (program, words, run) => {
  program
    .command('verify')
    .description(words.text('verify.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'verify mycase'))
    .action(
      run(async ({ terminal }, folder: string, options: { readonly json?: true }) => {
        const { isSealed, verifyCase } = await import('../../ledger/index.ts');
        const passphrase = isSealed(folder) ? await terminal.passphrase('open') : undefined;
        const report = await verifyCase(folder, passphrase === undefined ? {} : { passphrase });
        if (options.json) terminal.json(report);
        else if (report.ok)
          terminal.say(terminal.text('verify.ok', { entries: report.entries, files: report.files }));
        else {
          terminal.say(terminal.text('verify.faults', { faults: report.faults.length }));
          tellFaults(terminal, report.faults);
        }
        return report.ok ? 0 : 1;
      }),
    );
};

/** Every fault as a sentence with its place. */
export function tellFaults(terminal: Terminal, faults: readonly Fault[]): void {
  for (const { what, where } of faults)
    terminal.say(`✕ ${terminal.sentence(faultMessages[what], { where })}`);
}
