import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

/** How long one answer may take, and how much of it is read. */
export interface AnswerLimits {
  readonly milliseconds: number;
  readonly bytes: number;
}
export const ANSWER_LIMITS: AnswerLimits = { milliseconds: 120_000, bytes: 1_000_000 };

export type NoAnswer = 'no-answer' | 'too-slow' | 'too-much' | 'refused' | 'unreadable';

const completionSchema = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

interface Message {
  readonly role: 'system' | 'user';
  readonly content: string;
}

/**
 * One chat completion (POST `chat/completions`, no stream). Gives the answer's words, or why there are none; throws
 * nothing, follows no redirect, reads no further than the limits.
 */
export async function oneAnswer(
  { address, model, key }: Endpoint,
  messages: readonly Message[],
  limits: AnswerLimits,
): Promise<{ readonly words: string } | { readonly none: NoAnswer }> {
  const asked = new URL(`${address.pathname.replace(/\/$/, '')}/chat/completions`, address);
  const stop = AbortSignal.timeout(limits.milliseconds);
  try {
    const response = await fetch(asked, {
      method: 'POST',
      redirect: 'error',
      signal: stop,
      headers: {
        'content-type': 'application/json',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
    });
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return { none: 'refused' };
    }
    const parts: Uint8Array[] = [];
    let bytes = 0;
    for await (const part of response.body) {
      bytes += part.byteLength;
      if (bytes > limits.bytes) return { none: 'too-much' };
      parts.push(part);
    }
    const answer = completionSchema.safeParse(JSON.parse(Buffer.concat(parts).toString('utf8')));
    return answer.success ? { words: answer.data.choices[0]!.message.content } : { none: 'unreadable' };
  } catch (error) {
    if (error instanceof SyntaxError) return { none: 'unreadable' };
    return { none: stop.aborted ? 'too-slow' : 'no-answer' };
  }
}
