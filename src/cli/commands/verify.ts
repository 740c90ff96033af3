import type { Register } from '../command.ts';

export const registerVerify: Register = (program, words, run) => {
  program
    .command('verify')
    .description(words.text('verify.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--json', words.text('option.json'))
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
          for (const fault of report.faults) terminal.say(`✕ ${fault.where}: ${fault.what}`);
        }
        return report.ok ? 0 : 1;
      }),
    );
};
