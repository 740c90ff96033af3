import { type ItemId, SanadError } from '../../model/index.ts';
import { type ExitCode, examples, type Register } from '../command.ts';
import { withLooks } from '../open.ts';

export const registerCapture: Register = (program, words, run) => {
  program
    .command('capture')
    .description(words.text('capture.about'))
    .argument('<case>', words.text('argument.case'))
    .argument('<item>', words.text('capture.item'))
    .option('--take', words.text('capture.take'))
    .option('--by <name>', words.text('option.by'))
    .option('--json', words.text('option.json'))
    .addHelpText(
      'after',
      examples(words, 'capture mycase k3f9x0a1b2c3d4e5', 'capture mycase k3f9x0a1b2c3d4e5 --take'),
    )
    .action(
      run(async ({ terminal }, folder: string, item: string, options: { take?: true; json?: true }) =>
        withLooks(
          terminal,
          folder,
          options.take ? 'write' : 'read',
          'capture',
          async (opened, look): Promise<ExitCode> => {
            const { readCapture } = await import('../../files/index.ts');
            const { isReadable, noteCaptured } = await import('../../custody/index.ts');
            const id = item as ItemId;
            if (opened.item(id).bytes > LARGEST)
              throw new SanadError('capture.too-large', { limit: '256 MB' });
            const capture = await readCapture(opened.itemBytes(id));
            await look({ items: [id] });
            const wanted = capture.parts.filter(isReadable);
            const taken: ItemId[] = [];
            if (options.take) {
              const { receiveFiles } = await import('../../receive/index.ts');
              const files = wanted.map((part, at) => {
                const file = nameOf(part.url, part.mediaType, at);
                return {
                  file,
                  path: `derived/${id}/${file}`,
                  size: part.bytes.length,
                  read: async () => part.bytes,
                };
              });
              await receiveFiles(opened, { files, problems: [] }, { by: terminal.actor, mode: 'add' });
              const { createHash } = await import('node:crypto');
              for (const part of wanted) {
                const copy = opened.holds(createHash('sha256').update(part.bytes).digest('hex'));
                if (copy === undefined || copy === id) continue;
                noteCaptured(opened, id, copy, part, { format: capture.format, by: terminal.actor });
                taken.push(copy);
              }
            }
            const listed = capture.parts.map(({ bytes, ...part }) => ({ ...part, bytes: bytes.length }));
            if (options.json) terminal.json({ ...capture, parts: listed, taken });
            else {
              for (const { url, at = '·', status = '·', mediaType, digest } of listed)
                terminal.out(
                  terminal.text('capture.line', { url, at, status: String(status), mediaType, digest }),
                );
              for (const what of capture.wrong) terminal.say(terminal.text('capture.wrong', { what }));
              terminal.say(
                terminal.text('capture.sum', {
                  parts: listed.length,
                  taken: taken.length,
                  wrong: capture.wrong.length,
                }),
              );
            }
            return capture.wrong.length > 0 ? 1 : 0;
          },
        ),
      ),
    );
};

const LARGEST = 256 * 1024 * 1024;
const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/** The last word of an address with the ending of what it is: addresses have others, or none. */
function nameOf(url: string, mediaType: string, at: number): string {
  const word = /([\p{L}\p{N}_-]{1,60})(?:\.\w{1,5})?\/?(?:[?#].*)?$/u.exec(url)?.[1] ?? 'page';
  return `${String(at + 1).padStart(4, '0')}-${word}.${EXTENSIONS[mediaType] ?? 'bin'}`;
}
