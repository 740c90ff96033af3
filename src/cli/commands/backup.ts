import type { Case } from '../../ledger/index.ts';
import { examples, type Register } from '../command.ts';
import { type Looking, withLooks } from '../open.ts';
import { tellFaults, verify } from './verify.ts';

export const registerBackup: Register = (program, words, run) => {
  program
    .command('backup')
    .description(words.text('backup.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<file>', words.text('argument.backup'))
    .option('--keys <file>', words.text('backup.keys'))
    .addHelpText(
      'after',
      examples(
        words,
        'backup mycase mycase.backup',
        'backup mycase mycase.backup --keys /media/stick/mycase.keys',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, file: string, options: { readonly keys?: string }) => {
        const { backupCase } = await import('../../ledger/index.ts');
        const copy = async (opened: Case, look: Looking): Promise<void> => {
          await look({});
          await backupCase(opened, file, options);
        };
        await withLooks(terminal, folder, 'read', 'backup', copy, 'shown');
        terminal.say(terminal.text('backup.done', { file }));
        return 0;
      }),
    );
};

export const registerRestore: Register = (program, words, run) => {
  program
    .command('restore')
    .description(words.text('restore.about'))
    .argument('<file>', words.text('argument.backup'))
    .argument('<case>', words.text('argument.case'))
    .option('--keys <file>', words.text('restore.keys'))
    .addHelpText('after', examples(words, 'restore mycase.backup mycase'))
    .action(
      run(async ({ terminal }, file: string, folder: string, options: { readonly keys?: string }) => {
        const { restoreCase } = await import('../../ledger/index.ts');
        await restoreCase(file, folder, options);
        const report = await verify(terminal, folder);
        tellFaults(terminal, report);
        if (report.ok) terminal.say(terminal.text('restore.done', { folder }));
        return report.ok ? 0 : 1;
      }),
    );
};
