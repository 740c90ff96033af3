import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

export const registerClaims: Register = (program, words, run) => {
  program
    .command('claims')
    .description(words.text('claims.about'))
    .argument('<case>', words.text('argument.case'))
    .option('--json', words.text('option.json'))
    .addHelpText('after', examples(words, 'claims mycase', 'claims mycase --json > claims.json'))
    .action(
      run(async ({ terminal }, folder: string, options: { readonly json?: true }) => {
        const { claimsOf } = await import('../../claims/index.ts');
        return withLooks(terminal, folder, 'read', 'claims', async (opened, look): Promise<ExitCode> => {
          terminal.progress(terminal.text('progress.claims'));
          const { claims } = claimsOf(opened);
          await look({});
          if (options.json) terminal.json({ claims });
          else if (claims.length === 0) terminal.say(terminal.text('claims.none'));
          else
            for (const claim of claims) {
              const line = terminal.text('claims.line', {
                mentions: claim.mentions.length,
                voices: claim.independent,
              });
              terminal.out(`${line}${claim.denied ? ` · ${terminal.text('claims.denied')}` : ''}`);
              terminal.out(`    ${claim.text}`);
              for (const origin of claim.origins)
                terminal.out(`    — ${origin.name} (${origin.mentions.length})`);
            }
          return 0;
        });
      }),
    );
};
