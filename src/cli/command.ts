import type { Command } from 'commander';
import type { Surroundings, Terminal } from './terminal.ts';

/** What a command is given: its terminal, and the surroundings it came from. */
export interface Running {
  readonly terminal: Terminal;
  readonly around: Surroundings;
}

/**
 * 0 done, 1 done with refusals (each named), 3 nothing was found wrong and it is not proven either: a key was missing.
 * Wrong use is 2, and is told by the program itself.
 */
export type ExitCode = 0 | 1 | 3;

/**
 * Adds one command to the program. `run` hands its work over; the program opens the terminal in the right language,
 * turns whatever is thrown into one sentence and sets the exit code.
 */
export type Register = (program: Command, words: Terminal, run: Run) => void;

export type Run = <Args extends unknown[]>(
  work: (running: Running, ...args: Args) => Promise<ExitCode>,
) => (...args: Args) => Promise<void>;

/** The examples under a command's help, one a line. */
export const examples = (words: Terminal, ...lines: readonly string[]): string =>
  `\n${words.text('examples')}\n${lines.map((line) => `  sanad ${line}`).join('\n')}`;
