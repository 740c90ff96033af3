import { wordClass } from '../classes.ts';

/**
 * Nouns that hold somebody's words or thoughts, with what must follow for them to be a cue: `that` a clause, and the
 * prepositions named. `bare` may stand before a clause without "that": "amid fears prisoners could choke".
 */
interface NounCue {
  readonly base: string;
  readonly kind: 'speech' | 'thought' | 'evidence' | 'stance';
  readonly followers: readonly string[];
  readonly bare: boolean;
}

const table: readonly [nouns: string, kind: NounCue['kind'], followers: string, bare?: 'bare'][] = [
  ['claim', 'speech', 'that', 'bare'],
  ['allegation accusation assertion contention insinuation revelation admission', 'speech', 'that of about'],
  ['report rumour rumor speculation account', 'speech', 'that of', 'bare'],
  ['fear worry suspicion', 'thought', 'that of for about', 'bare'],
  ['concern doubt', 'thought', 'that about over', 'bare'],
  ['belief view opinion conviction assumption notion idea perception feeling sense', 'thought', 'that'],
  ['hope', 'thought', 'that of for', 'bare'],
  ['estimate', 'speech', 'that of', 'bare'],
  ['evidence proof indication sign signal', 'evidence', 'that of'],
  [
    'suggestion statement announcement argument conclusion finding prediction warning assurance threat insistence reminder acknowledgement admission confirmation testimony',
    'speech',
    'that of about',
  ],
  [
    'promise vow pledge commitment decision refusal desire intention willingness wish request',
    'stance',
    'to that',
  ],
  ['call demand appeal', 'stance', 'for to'],
  ['criticism condemnation denunciation', 'stance', 'of'],
  ['support', 'stance', 'for'],
  ['opposition', 'stance', 'to'],
  ['question complaint', 'stance', 'about whether that'],
  ['attack', 'stance', 'on'],
];

const cues = new Map<string, NounCue>();
for (const [nouns, kind, followers, bare] of table) {
  for (const base of nouns.split(' ')) {
    const cue = { base, kind, followers: followers.split(' '), bare: bare === 'bare' };
    cues.set(base, cue);
    cues.set(base.endsWith('y') ? `${base.slice(0, -1)}ies` : `${base}s`, cue);
  }
}
cues.set('worries', cues.get('worry')!);

export const nounCueOf = (lower: string): NounCue | undefined => cues.get(lower);

/** Adjectives after "is" that hold a thought: "are convinced that". */
export const FEELING: ReadonlySet<string> = new Set(
  'confident convinced concerned worried certain sure aware optimistic pessimistic skeptical sceptical afraid hopeful adamant doubtful proud glad happy fearful unaware unsure alarmed surprised angry critical supportive opposed opposed'.split(
    ' ',
  ),
);

/** Adverbs that say by themselves that the words are somebody else's. */
export const HEARSAY_ADVERBS: ReadonlySet<string> = new Set([
  'reportedly',
  'allegedly',
  'supposedly',
  'purportedly',
  'seemingly',
  'apparently',
]);

/** What says of whose thoughts or words a clause is, and is no verb. */
export const CUE_NOUN = wordClass(cues.keys(), FEELING, HEARSAY_ADVERBS);
