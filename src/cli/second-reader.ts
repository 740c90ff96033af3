import type { Endpoint } from '../proposing/index.ts';

/** The second reader that somebody named on the command line; its key stands in `SANAD_READER_KEY`. Nothing is sent yet. */
export async function readerNamed(
  options: { readonly endpoint?: string; readonly model: string; readonly consent?: string },
  env: Readonly<Record<string, string | undefined>>,
): Promise<Endpoint> {
  const { readerAt } = await import('../proposing/index.ts');
  return readerAt({
    address: options.endpoint ?? '',
    model: options.model,
    key: env.SANAD_READER_KEY,
    consent: options.consent,
  });
}
