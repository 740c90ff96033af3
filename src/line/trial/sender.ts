import {
  chunksOf,
  collect,
  type EnvelopeHeader,
  type MailboxKeys,
  sealEnvelope,
  solveWork,
  type WorkChallenge,
} from '../../sealing/index.ts';

/** What the page in the browser does, for tests and benches that speak to a line over HTTP. */
export interface Sender {
  /** The status of the last answer; 200 where all of it arrived. */
  deposit(access: string, sealed: Uint8Array, solve?: Solve): Promise<number>;
  send(
    keys: MailboxKeys,
    header: EnvelopeHeader,
    content: Uint8Array,
    recipients: readonly string[],
  ): Promise<number>;
  post<Answer>(path: string, body?: unknown): Promise<{ readonly status: number; readonly body: Answer }>;
}
export type Solve = (challenge: WorkChallenge) => number[] | Promise<number[]>;

/** @param address with a stroke at its end */
export function senderTo(address: string): Sender {
  const post: Sender['post'] = async <Answer>(path: string, body?: unknown) => {
    const answer = await fetch(address + path, {
      method: 'POST',
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer };
  };
  const deposit: Sender['deposit'] = async (access, sealed, solve = solveWork) => {
    const asked = await post<WorkChallenge>('api/work', { bytes: sealed.length });
    if (asked.status !== 200) return asked.status;
    const work = { seed: asked.body.seed, nonces: await solve(asked.body) };
    const begun = await post<{ upload: string; partBytes: number }>('api/uploads', {
      access,
      bytes: sealed.length,
      work,
    });
    if (begun.status !== 200) return begun.status;
    const { upload, partBytes } = begun.body;
    for (let at = 0; at < sealed.length; at += partBytes) {
      const body = Uint8Array.from(sealed.subarray(at, at + partBytes));
      const put = await fetch(`${address}api/uploads/${upload}/${at}`, { method: 'PUT', body });
      await put.arrayBuffer();
      if (put.status !== 200) return put.status;
    }
    return (await post(`api/uploads/${upload}/end`)).status;
  };
  return {
    post,
    deposit,
    send: async (keys, header, content, recipients) => {
      const { stream } = await sealEnvelope(header, content, recipients);
      return deposit(keys.access, await collect(chunksOf(stream), 1e9));
    },
  };
}
