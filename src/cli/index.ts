/** The command `sanad`: it only turns words on a line into calls, and answers into lines. Nobody knows this room. */
export { runSanad } from './program.ts';
export type { Surroundings } from './terminal.ts';
