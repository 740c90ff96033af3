import { InvalidArgumentError } from 'commander';

/** A port as somebody types it; 0 takes any. */
export function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('0 … 65535');
  return value;
}
