import { wordClass } from '../classes.ts';
import { formsOf, type VerbForm } from './inflect.ts';

/**
 * What a cue verb does with its content:
 * `speech` takes words said ("said that", "told X that", and quotations);
 * `thought` takes what somebody holds true, fears or hopes;
 * `evidence` takes what a thing shows (footage, a report, a poll);
 * `stance` takes the thing or deed that somebody is for, against or asking for;
 * `seeming` has no source ("seems to").
 */
type CueKind = 'speech' | 'thought' | 'evidence' | 'stance' | 'seeming';

export interface CueForm {
  readonly base: string;
  readonly kind: CueKind;
  readonly form: VerbForm;
}

const VERBS: Readonly<Record<CueKind, string>> = {
  speech: `talk speak say tell add report claim announce state declare write note argue explain insist reply respond answer remark
    comment mention recall recount testify swear vow promise pledge warn admit concede acknowledge confess confirm reveal
    disclose allege assert contend maintain stress emphasize emphasise underline highlight point repeat reiterate tweet
    retweet post blog joke quip shout yell scream cry whisper mutter murmur chant read continue conclude observe
    speculate predict forecast estimate complain lament boast brag inform notify assure remind advise caution tease
    describe relate narrate proclaim pronounce profess opine muse retort counter object protest rule testify blurt
    clarify elaborate stipulate concur echo communicate broadcast text email phone relay recite quote cite signal hint
    intimate imply insinuate ask inquire enquire query wonder interject intone deadpan gush crow marvel rant rave snap
    fume lecture preach threaten urge propose suggest recommend exclaim declare affirm attest certify deny dispute refute
    rebut dismiss decry charge accuse label dub term brand christen hail tout`,
  thought: `think believe know feel hope fear worry expect suspect doubt assume presume consider deem reckon guess
    imagine realize realise recognize recognise understand agree disagree learn dream anticipate foresee regret
    conclude decide figure perceive view regard envision hear judge remember forget want wish intend
    calculate love hate like prefer dislike mind fancy`,
  evidence: `show suggest indicate reveal find demonstrate prove document detail depict confirm allege list determine
    illustrate conclude reflect`,
  stance: `call accuse blame criticize criticise condemn denounce praise support oppose endorse defend reject dismiss
    urge demand seek refuse decline welcome applaud attack blast slam mock challenge question dispute back favor favour
    propose plan offer promise threaten encourage discourage order request beg implore invite vow pledge thank credit
    salute advocate reject disavow deride ridicule rebuke scold assail deplore decry lambast lambaste
    chastise admonish castigate bash disparage belittle knock hammer rip vilify demonize malign rail trash skewer
    characterize characterise compare liken portray paint label brand dub nickname refer allude approve
    prioritize prioritise discuss debate address mention name cite quote reference express voice convey
    agree ban tout champion embrace
    respect admire trust distrust resent despise fault cheer celebrate honor honour mourn apologize apologise
    acknowledge discuss unveil outline envisage plead appeal petition lobby sue commit warn recommend 
    vet ponder contemplate ignore downplay exaggerate insult taunt heckle boo 
    invoke evoke deny complain boycott disagree
    command stress emphasize champion ask answer explain describe promote
    interpret misstate overlook overstate underestimate
    concede insist trumpet flout shun snub court woo disown repudiate renounce contradict counter refute rebut
    scoff rubbish debunk discredit
    vote hail laud commend congratulate revere oppose second`,
  seeming: `seem appear`,
};

/** Words that are far more often nouns or adjectives than cue verbs; they count only after a subject or an auxiliary. */
export const OFTEN_NOUNS: ReadonlySet<string> = new Set(
  `advocate advocates claim claims report reports state states note notes answer answers comment comments remark remarks promise promises
   pledge pledges vow vows post posts text email phone tweet tweets charge charges signal signals hint hints object
   objects order orders request requests demand demands question questions attack attacks challenge challenges plan
   plans offer offers support supports call calls hope hopes fear fears worry view views wish thought thinking feeling
   feelings finding findings list lists show shows detail details document documents proof praise blame doubt doubts
   understanding meaning reading writing warnings hearing planning ruling
   rules rule like back backs love hate mind cry cries scream joke jokes target targets press push focus
   address addresses vote votes campaign second court name names term terms label brand point points quote quotes
   answer stress complaint echo echoes blog read interest guess remark aim aims appeal appeals reference voice voices
   rank rate rates paint dream dreams feel figure figures judge judges fancy cast debate debates try bash hammer
   knock need needs weigh reply replies trust fault cheer honor honour respect command direct present eye eyes estimate estimates
   trash concern boo lecture broadcast approach approaches snap crow rip face relay ban bans reports sought-after
   expected proposed alleged known unknown supposed suspected required united meaning welcome relate counter regard regards forecast
   protest protests long like`.split(/\s+/),
);

/** What a word is as a cue verb: its most usual reading. */
const forms = new Map<string, CueForm>();
for (const kind of ['speech', 'thought', 'evidence', 'stance', 'seeming'] as const) {
  for (const base of VERBS[kind].trim().split(/\s+/)) {
    for (const [form, how] of formsOf(base)) if (!forms.has(form)) forms.set(form, { base, kind, form: how });
  }
}

export const CUE_VERB = wordClass(forms.keys());
/** Words that tell by their form alone that they are finite cue verbs: "said", "says". */
export const TOLD = wordClass(
  [...forms]
    .filter(([word, { form }]) => (form === 'past' || form === 'third') && !OFTEN_NOUNS.has(word))
    .map(([word]) => word),
);

export const cueFormOf = (lower: string): CueForm | undefined => forms.get(lower);

/** Verbs whose first object is the one spoken to: "told reporters that". */
export const ADDRESSING: ReadonlySet<string> = new Set(
  'tell inform assure remind notify advise warn ask urge promise email text caution lecture beg implore encourage order instruct invite'.split(
    ' ',
  ),
);
