/** What the line answers, and what goes wrong on the way. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(path, {
    ...init,
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  if (answer.ok) return answer;
  const body = (await answer.json().catch(() => undefined)) as { error?: { code?: string } } | undefined;
  throw new Refused(body?.error?.code ?? 'internal');
}

export const post = async <Answer>(path: string, body?: unknown): Promise<Answer> =>
  (await ask(path, {
    method: 'POST',
    ...(body === undefined
      ? {}
      : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  }).then((answer) => answer.json())) as Answer;

export const sealedAnswer = async (access: string, id: string): Promise<Uint8Array> =>
  new Uint8Array(
    await (
      await ask('api/mailbox/answer', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ access, id }),
      })
    ).arrayBuffer(),
  );

export const arrived = async (upload: string): Promise<number> =>
  ((await (await ask(`api/uploads/${upload}`, {})).json()) as { arrived: number }).arrived;

export const putPart = async (
  upload: string,
  at: number,
  part: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> => {
  await ask(`api/uploads/${upload}/${at}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: part,
    signal,
  });
};
