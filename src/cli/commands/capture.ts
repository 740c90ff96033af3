import type { Case } from '../../ledger/index.ts';
import { type ItemId, likelyPart, type NewCapture, newCaptureSchema, SanadError } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';
import { several } from '../proof-files.ts';
import type { Terminal } from '../terminal.ts';

type Said = Partial<Pick<NewCapture, 'address' | 'captured' | 'published' | 'collector' | 'how'>>;
interface CaptureCommand extends Said {
  readonly take?: true;
  readonly json?: true;
  readonly picture?: string;
  readonly source?: string;
  readonly media?: string[];
}
const SAID = ['address', 'captured', 'published', 'collector', 'how'] as const;

/** A saved page, taken apart; or, where its address is given, joined with its parts into one capture. */
export const registerCapture: Register = (program, words, run) => {
  const command = program
    .command('capture')
    .description(words.text('capture.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<item>', words.text('capture.item'))
    .option('--take', words.text('capture.take'))
    .option('--picture <item>', words.text('capture.picture'))
    .option('--source <item>', words.text('capture.source'))
    .option('--media <item>', words.text('capture.media'), several);
  for (const name of SAID) command.option(`--${name} <${name}>`, words.text(`capture.${name}`));
  command
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(
        words,
        'capture mycase k3f9x0a1b2c3d4e5',
        'capture mycase k3f9x0a1b2c3d4e5 --take',
        'capture mycase k3f9x0a1b2c3d4e5 --picture m4g0y1b2c3d4e5f6 --address https://harbour.example/news --captured 2024-12-09T06:41Z --collector Maha --how "a browser, over Tor"',
      ),
    )
    .action(
      run(async ({ terminal }, folder: string, item: string, options: CaptureCommand) => {
        const id = item as ItemId;
        const writes = options.take || options.address !== undefined;
        return withLooks(terminal, folder, writes ? 'write' : 'read', 'capture', async (opened, look) => {
          await look({ items: [id] });
          return options.address === undefined
            ? takenApart(terminal, opened, id, options)
            : joined(terminal, opened, id, options);
        });
      }),
    );
};

async function joined(
  terminal: Terminal,
  opened: Case,
  id: ItemId,
  { picture, source, media = [], json, ...options }: CaptureCommand,
): Promise<ExitCode> {
  const { joinCapture } = await import('../../custody/index.ts');
  const parts = [
    { item: id, as: likelyPart(opened.item(id).file) },
    ...(source === undefined ? [] : [{ item: source, as: 'page' }]),
    ...(picture === undefined ? [] : [{ item: picture, as: 'picture' }]),
    ...media.map((one) => ({ item: one, as: 'media' })),
  ];
  const said = newCaptureSchema.safeParse({
    parts,
    ...Object.fromEntries(SAID.map((name) => [name, options[name]])),
  });
  if (!said.success)
    throw new SanadError('request.invalid', { reason: said.error.issues[0]?.path.join('.') ?? '' });
  const capture = joinCapture(opened, { ...said.data, by: terminal.actor });
  if (json) terminal.json(capture);
  else
    terminal.say(
      terminal.text('capture.joined', {
        parts: capture.parts.length,
        address: said.data.address,
        entry: capture.entry,
      }),
    );
  return 0;
}

async function takenApart(
  terminal: Terminal,
  opened: Case,
  id: ItemId,
  { take, json }: CaptureCommand,
): Promise<ExitCode> {
  const { readHeldCapture, takeApart } = await import('../../custody/index.ts');
  const { receiveFiles } = await import('../../receive/index.ts');
  const by = terminal.actor;
  const capture = await readHeldCapture(opened, id);
  const taken = take
    ? await takeApart(opened, id, capture, {
        by,
        takeIn: (files) => receiveFiles(opened, { files, problems: [] }, { by, mode: 'add' }),
      })
    : [];
  const listed = capture.parts.map(({ bytes, ...part }) => ({ ...part, bytes: bytes.length }));
  if (json) terminal.json({ ...capture, parts: listed, taken });
  else {
    for (const { url, at = '·', status = '·', mediaType, digest } of listed)
      terminal.out(terminal.text('capture.line', { url, at, status: String(status), mediaType, digest }));
    for (const what of capture.wrong) terminal.say(terminal.text('capture.wrong', { what }));
    const { signature } = capture;
    if (signature)
      terminal.say(terminal.text('capture.signed', { state: signature.state, key: signature.key ?? '—' }));
    terminal.say(
      terminal.text('capture.sum', {
        parts: listed.length,
        taken: taken.length,
        wrong: capture.wrong.length,
      }),
    );
  }
  return capture.wrong.length > 0 ? 1 : 0;
}
