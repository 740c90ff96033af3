import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Bilingual, commandMessages, errorMessages, format, type Language } from '../messages/index.ts';
import { type Problem, SanadError } from '../model/index.ts';

type Values = Readonly<Record<string, string | number>>;

/** The streams and the surroundings of a command, passed in so that a test can hold them. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
}

/** How a command speaks: answers on standard output, everything else on standard error. */
export interface Terminal {
  readonly language: Language;
  text(name: keyof typeof commandMessages, values?: Values): string;
  sentence(message: Bilingual, values?: Values): string;
  out(text: string): void;
  json(value: unknown): void;
  say(text: string): void;
  problem(problem: Problem): void;
  /** One line that renews itself; nothing where nobody watches. */
  progress(text: string, done?: number, total?: number): void;
  /**
   * From SANAD_PASSPHRASE, for one that takes the place of another (`next`) from SANAD_NEW_PASSPHRASE, else asked for
   * without showing it; `undefined` where nobody can be asked.
   */
  passphrase(occasion: 'open' | 'new' | 'next'): Promise<string | undefined>;
  /** What somebody types, not shown; `undefined` where nobody can be asked. */
  ask(question: keyof typeof commandMessages, values?: Values): Promise<string | undefined>;
  readonly actor: string;
}

export interface TerminalOptions {
  readonly language?: Language;
  readonly by?: string;
}

const systemLanguage = (env: Surroundings['env']): Language =>
  /^ar/i.test(env.LC_ALL || env.LC_MESSAGES || env.LANG || '') ? 'ar' : 'en';

/** Isolates help a right-to-left line; in English they would only be copied along with a path. */
const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

export function terminal(around: Surroundings, options: TerminalOptions = {}): Terminal {
  const language = options.language ?? systemLanguage(around.env);
  const watched = around.err.isTTY === true;
  let progressShown = false;

  const sentence = (message: Bilingual, values: Values = {}): string => {
    const text = format(message, language, values);
    return language === 'en' ? withoutIsolates(text) : text;
  };
  const clearProgress = (): void => {
    if (progressShown) around.err.write('\r\u001b[2K');
    progressShown = false;
  };
  const say = (text: string): void => {
    clearProgress();
    around.err.write(`${text}\n`);
  };

  const ask = async (question: string): Promise<string> => {
    const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
    const lines = createInterface({ input: around.input, output: silent, terminal: true });
    around.err.write(question);
    try {
      return await lines.question('');
    } finally {
      lines.close();
      around.err.write('\n');
    }
  };

  const self: Terminal = {
    language,
    sentence,
    text: (name, values) => sentence(commandMessages[name], values),
    out: (text) => {
      clearProgress();
      around.out.write(`${text}\n`);
    },
    json: (value) => self.out(JSON.stringify(value, null, 2)),
    say,
    problem: (problem) => say(sentence(errorMessages[problem.code], problemValues(problem))),
    progress: (text, done, total) => {
      if (!watched) return;
      const share = done !== undefined && total ? ` ${Math.floor((100 * done) / total)} %` : '';
      const room = Math.max(20, (around.err.columns ?? 80) - share.length - 1);
      around.err.write(`\r\u001b[2K${text.slice(0, room)}${share}`);
      progressShown = true;
    },
    passphrase: async (occasion) => {
      const given = occasion === 'next' ? around.env.SANAD_NEW_PASSPHRASE : around.env.SANAD_PASSPHRASE;
      if (given) return given;
      if (!around.input.isTTY) return undefined;
      if (occasion === 'open') return ask(self.text('passphrase.ask'));
      for (;;) {
        const first = await ask(self.text('passphrase.new'));
        if (first === '') return undefined;
        if ((await ask(self.text('passphrase.again'))) === first) return first;
        say(self.text('passphrase.differ'));
      }
    },
    ask: async (question, values) => (around.input.isTTY ? ask(self.text(question, values)) : undefined),
    actor: options.by ?? around.env.SANAD_ACTOR ?? userInfo().username,
  };
  return self;
}

/** What a problem's sentence may use, with its place filled in. */
export const problemValues = (problem: Problem): Values => ({
  file: problem.sheet === undefined ? problem.file : `${problem.file} › ${problem.sheet}`,
  row: problem.row ?? '?',
  line: problem.line ?? '?',
  column: problem.column ?? '?',
  limit: '?',
  found: '?',
  expected: '?',
  value: '?',
  renamed: '?',
  headers: '?',
  reason: '?',
  encoding: '?',
  property: '?',
  ...problem.data,
});

/** The sentence for anything thrown. */
export function errorSentence(around: Terminal, error: unknown): string {
  if (error instanceof SanadError) {
    const { data } = error;
    return around.sentence(
      errorMessages[error.code],
      problemValues({
        code: error.code,
        file: String(data.file ?? data.folder ?? '?'),
        data: { folder: '?', where: '?', ...data },
      }),
    );
  }
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return around.sentence(errorMessages.internal, { reason });
}
