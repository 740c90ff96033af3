import { z } from 'zod';
import type { ItemId } from './ids.ts';
import { by, text } from './schema.ts';
import { HOW_KNOWN } from './site-words.ts';

/** Talk on the public line, as keepers see it. */

/** Where a talk stands with the keepers. `handed-over`: at least once, to the desk. */
export const TALK_STATES = ['new', 'in-talk', 'handed-over', 'spam', 'closed'] as const;
export type TalkState = (typeof TALK_STATES)[number];

export const talkEntrySchema = z.object({
  /** Counted from 0 in the talk. */
  place: z.int(),
  from: z.enum(['sender', 'keepers']),
  /** ISO day: the line knows no more of the time. */
  day: z.string(),
  /** Of a message or an answer; absent where it was erased. */
  text: z.string().optional(),
  file: z.object({ name: z.string(), type: z.string(), bytes: z.int() }).optional(),
  /** Of an answer: whether it lies on the line already. */
  delivered: z.boolean().optional(),
});
export type TalkEntry = z.infer<typeof talkEntrySchema>;

export const talkSummarySchema = z.object({
  id: z.string(),
  state: z.enum(TALK_STATES),
  firstDay: z.string(),
  lastDay: z.string(),
  messages: z.int(),
  files: z.int(),
  answers: z.int(),
  /** The sender has written since the keepers last did anything. */
  waiting: z.boolean(),
  /** The sender asked to have it erased. */
  withdrawn: z.boolean(),
  language: z.enum(['ar', 'en']),
  /** How the first message begins. */
  opening: z.string(),
});
export type TalkSummary = z.infer<typeof talkSummarySchema>;

export const talkSchema = talkSummarySchema.extend({
  entries: z.array(talkEntrySchema),
  handedOver: z.array(z.object({ item: text<ItemId>(), by: z.string().optional(), at: z.string() })),
  /** Given to those who search, each under an id that only keepers can lead back to this talk. */
  leads: z.array(z.object({ lead: z.string(), by: z.string().optional(), at: z.string() })),
});
export type Talk = z.infer<typeof talkSchema>;

/** New talks whose words are nearly equal: shown as one, never judged by the program. */
export const floodSchema = z.object({ talks: z.array(z.string()), opening: z.string() });
export type Flood = z.infer<typeof floodSchema>;

export const keepersPageSchema = z.object({
  /** Whether this opening holds a keeper's key. */
  keeper: z.boolean(),
  /** Where tips are fetched from, where that was said at the start. */
  place: z.string().optional(),
  talks: z.array(talkSummarySchema),
  floods: z.array(floodSchema),
});
export type KeepersPage = z.infer<typeof keepersPageSchema>;

/** Characters of an answer. */
export const ANSWER_LENGTH = 8000;
export const answerTalkSchema = z.object({ text: z.string().trim().min(1).max(ANSWER_LENGTH), by });
export const talkStateSchema = z.object({
  talks: z.array(z.string().max(40)).min(1).max(20_000),
  state: z.enum(['in-talk', 'spam', 'closed', 'new']),
  by,
});
/** What the desk is given: the words after a keeper took out what points to the sender, and what that was, in short. */
export const handOverSchema = z.object({
  text: z.string().trim().min(1).max(50_000),
  leftOut: z.string().trim().max(2000),
  reason: z.string().trim().min(1).max(2000),
  by,
});
/** What those who search are given: the keeper's own words, and how the source knows. */
export const leadOverSchema = z.object({
  says: z.string().trim().min(1).max(4_000),
  how: z.enum(HOW_KNOWN),
  reason: z.string().trim().min(1).max(2000),
  by,
});
export const eraseTalkSchema = z.object({ reason: z.string().trim().min(1).max(2000), by });
export const handedOverSchema = z.object({ item: text<ItemId>() });
export const fetchedSchema = z.object({
  messages: z.int(),
  files: z.int(),
  unopened: z.int(),
  withdrawn: z.int(),
  answersDelivered: z.int(),
});
export type Fetched = z.infer<typeof fetchedSchema>;
