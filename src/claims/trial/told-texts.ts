import type { Annotated } from './same-pairs.ts';

/**
 * Invented reports as whole texts, annotated before they were ever read: `[[p, q|words]]` is a statement with the
 * propositions that a careful reader finds in it. Two events, each told by several outlets, in English and in Arabic.
 */
export interface ToldText {
  readonly outlet: string;
  readonly published: string;
  readonly marked: string;
}

const PRISON: readonly ToldText[] = [
  {
    outlet: 'Coast Dispatch',
    published: '2031-06-14',
    marked: `Families wait at the gates of Tamur prison

[[held|As many as 4,200 people may still be inside Tamur prison]], the Wadi Governorate said on Saturday, [[freed|while around 750 had already been released]].

[[cells, held-many|Relatives believe that many men are being kept in secret cells beneath the kitchen block]]. [[keypad|The doors to the lower floor open only with a code]] and [[guards-fled|the guards fled across the river on Friday night]].

[[teams, dogs|The River Rescue sent three search teams and five dogs to the site]], its spokeswoman said. [[reward|It is also offering 2,000 dollars to anyone who knows the layout of the building]].

[[film|A video filmed by a resident shows men breaking a wall with hammers]]. [[air|There are fears that those below could suffocate because the fans have stopped]].

The Association of Tamur Families said [[dead|more than 9,000 prisoners had died there between 2012 and 2019]]. [[executed|A further 300 were executed between 2019 and 2022]], it added. [[denial, dead|The former government has always rejected these figures as invented]].

[[register, burnt|Volunteers found a register with 12,500 names, but part of the archive had been burnt]]. [[women|Sixty women and eleven children were held in the old laundry]], a freed prisoner said.

[[fled-minister|The interior minister left the country on a cargo plane]] and [[asylum|was granted asylum in Norvia]], state television reported.
`,
  },
  {
    outlet: 'The Upland Post',
    published: '2031-06-15',
    marked: `What is known about Tamur

[[held, film-held|Some 4,200 detainees can be seen on surveillance cameras inside Tamur prison]], according to the Wadi Governorate. [[unverified|The number could not be independently verified]].

[[freed|About 750 inmates walked out on Friday]]. [[cells, held-many|Many more are said to be locked in hidden rooms deep underground]], [[keypad|which can be reached only through electronic doors with a passcode]].

[[teams|Three teams of the River Rescue are searching the building]], [[guide|accompanied by a former guard who knows it]]. [[dogs|Five trained dogs are helping them]].

[[air|Rescuers worry that prisoners may choke as the ventilation was cut off]]. [[film|Footage shared online shows rescuers smashing through a wall with sledgehammers]].

[[dead|At least 9,000 people died in Tamur between 2012 and 2019]], the Association of Tamur Families says, [[executed|and 300 more were put to death in the three years that followed]]. [[denial|The old government dismissed the association's reports as "pure invention"]].

[[burnt|Guards set fire to the archive before they left]], [[guards-fled|fleeing over the river in boats]]. [[register|The list that was carried out of the office holds 12,500 names]].

[[asylum|Norvia has given the interior minister refuge]], its foreign ministry confirmed. [[women|Women were kept in the laundry with their children]], two of them told this newspaper.
`,
  },
  {
    outlet: 'صدى الوادي',
    published: '2031-06-15',
    marked: `الأهالي ينتظرون أمام سجن طامور

قالت محافظة الوادي إن [[held|نحو 4200 شخص ما زالوا داخل سجن طامور]]، [[freed|فيما أُفرج عن قرابة 750 معتقلاً]].

وأضافت أن [[cells, held-many|كثيرين محتجزون في زنازين سرية تحت الأرض]]، [[keypad|وأن الأبواب لا تُفتح إلا برمز إلكتروني]].

[[teams, dogs|وأرسل إنقاذ النهر ثلاثة فرق بحث وخمسة كلاب إلى الموقع]]. [[air|ويخشى الأهالي أن يختنق المحتجزون بسبب توقف التهوية]].

وقالت رابطة أهالي طامور إن [[dead|أكثر من تسعة آلاف معتقل ماتوا في السجن بين عامي 2012 و2019]]، [[executed|وإن ثلاثمئة آخرين أُعدموا بين 2019 و2022]].

[[register, burnt|وعثر متطوعون على سجل يضم 12,500 اسم، لكن جزءاً من الأرشيف أُحرق]]. [[guards-fled|وفر الحراس عبر النهر ليلة الجمعة]].

[[two-bodies|وانتشلت الفرق جثتين من القبو]]. [[asylum|ومنحت نورفيا وزير الداخلية اللجوء]].
`,
  },
  {
    outlet: 'Harbour Lamp',
    published: '2031-06-16',
    marked: `No hidden cells at Tamur, rescuers say

[[cells-denied, cells|The River Rescue said on Monday that no secret cells were found under the prison]] and [[search-ended|that the search had ended]]. [[teams|Three teams had searched the site for two days]].

[[two-bodies|They recovered two bodies from the basement]], [[dogs|where the five dogs had been at work]].

[[freed|Exactly 750 prisoners came out alive]], according to the governorate, [[guards-fled|which said the guards escaped by boat]]. [[collision|Another 750 people gathered at the gate]].

[[minister-crash, asylum|Rumours that the minister died in a plane crash were false, the foreign ministry of Norvia said: he is living there as a refugee]].
`,
  },
];

const MILL: readonly ToldText[] = [
  {
    outlet: 'Coast Dispatch',
    published: '2030-02-03',
    marked: `Mill collapses in Sarrin

[[collapse, dead-23|The old flour mill in Sarrin collapsed on Sunday and killed at least 23 people]], the fire service said. [[missing-40|Another 40 are missing]].

[[cause|Residents said cracks had been visible for weeks]], [[warned|but the owner ignored two warnings from the town council]].

[[night|About 120 workers were on the night shift when the roof gave way]]. [[hospital|Fifty-one injured people were taken to the hospital in Belan]], [[blood|which appealed for blood donors]].

[[fled-owner|The owner left Sarrin in the morning]] and [[arrested|was arrested at the border in the evening]], police said.

[[cranes, cameras|Two cranes and a team with heat cameras arrived from Belan]]. [[licence|The mill had no valid licence since 2027]].
`,
  },
  {
    outlet: 'The Upland Post',
    published: '2030-02-04',
    marked: `Sarrin counts its dead

[[dead-31|The death toll of the collapse in Sarrin rose to 31 on Monday]], the fire service said, [[missing-32|with 32 people still missing]].

[[hospital|The hospital in Belan is treating 51 wounded]]; [[blood|it has asked people to give blood]].

[[warned, cause|The town council had warned the owner twice about cracks in the walls, according to letters seen by this newspaper]]. [[licence|The licence ran out in 2027]].

[[arrested|Border police detained the owner on Sunday evening]]. [[night|Around 120 people were working there that night]], the union said.

[[cameras, cranes|Rescuers with heat cameras searched the rubble while two cranes lifted the beams]]. [[collision|In Belan 120 people gave blood]].
`,
  },
  {
    outlet: 'صدى الوادي',
    published: '2030-02-03',
    marked: `انهيار مطحنة في سرين

[[collapse, dead-23|انهارت المطحنة القديمة في سرين يوم الأحد وقُتل ما لا يقل عن 23 شخصاً]]، بحسب فوج الإطفاء. [[missing-40|ولا يزال أربعون شخصاً مفقودين]].

[[hospital|ونُقل 51 جريحاً إلى مستشفى بيلان]]، [[blood|الذي دعا إلى التبرع بالدم]].

[[warned|وتجاهل صاحب المطحنة تحذيرين من المجلس البلدي]]، [[arrested|وأوقفته الشرطة على الحدود مساء الأحد]].

[[night|وكان نحو مئة وعشرين عاملاً في الوردية الليلية]]. [[cranes|ووصلت رافعتان من بيلان]].
`,
  },
];

/** Written and annotated after every rule, and read once: what is new to the reader. */
const CAMP: readonly ToldText[] = [
  {
    outlet: 'Coast Dispatch',
    published: '2032-05-09',
    marked: `Detention camp at Hazra opened

[[left|The last guards left the camp at Hazra on Friday night]], and [[out|at least 320 detainees walked free the next morning]], the Desert Council said.

[[inside|Up to 1,500 others are believed to be held in sealed rooms under the water tower]], [[hatch|whose steel hatch can be opened only from a control room]].

[[sick|Doctors of the Salt Road Clinic treated 64 freed men]], [[typhus|of whom nine had typhus]]. [[water|Detainees got half a litre of water a day]], two of them said.

[[graves|Volunteers discovered a mass grave with 17 bodies behind the fence]], [[list|while lists with 2,300 names were found in the office]]. [[commander|The camp's commander fled to the coast and was arrested on a ferry]].
`,
  },
  {
    outlet: 'The Upland Post',
    published: '2032-05-10',
    marked: `Search goes on at Hazra

[[out|Some 320 people have been released from Hazra]], [[inside|but as many as 1,500 may be trapped in underground rooms]], according to the Desert Council. [[doubt|The council could not say how it arrived at this number]].

[[hatch|Rescuers are trying to open a steel hatch that is controlled from another building]]. [[water|Former detainees said they were given half a litre of water each day]].

[[graves|Seventeen bodies were recovered from a grave outside the camp]]; [[list|names of 2,300 detainees stand on lists kept in the office]].

[[commander|Police arrested the commander of the camp on a ferry]]. [[typhus|Nine of those freed have typhus]], [[sick|the Salt Road Clinic said, which has treated 64 patients]].
`,
  },
  {
    outlet: 'صدى الوادي',
    published: '2032-05-10',
    marked: `فتح معتقل الحزرة

أعلن مجلس البادية أن [[out|ما لا يقل عن 320 معتقلاً خرجوا من معتقل الحزرة]]، [[inside|فيما لا يزال نحو 1500 شخص في غرف سرية تحت الأرض]].

[[graves|وعُثر على مقبرة تضم سبع عشرة جثة خلف السور]]. [[list|وتضم القوائم أسماء 2300 معتقل]].

[[commander|واعتُقل قائد المعتقل على متن عبّارة]]. وقال طبيبان إن [[typhus|تسعة من المفرج عنهم مصابون بالتيفوس]].
`,
  },
];

export const TOLD_TEXTS: readonly { readonly name: string; readonly reports: readonly ToldText[] }[] = [
  { name: 'a prison opened', reports: PRISON },
  { name: 'a mill collapsed', reports: MILL },
  { name: 'a camp opened', reports: CAMP },
];

/** A marked text without its marks, and where they stood. */
export function unmarked(
  item: string,
  marked: string,
): { readonly text: string; readonly annotated: Annotated[] } {
  const annotated: Annotated[] = [];
  let text = '';
  let after = 0;
  for (const match of marked.matchAll(/\[\[([^|]+)\|([^\]]+)\]\]/gu)) {
    const [whole, propositions, words] = match as unknown as [string, string, string];
    text += marked.slice(after, match.index);
    annotated.push({
      id: `${item}:${text.length}`,
      item,
      start: text.length,
      end: text.length + words.length,
      propositions: propositions.split(', '),
    });
    text += words;
    after = match.index + whole.length;
  }
  return { text: text + marked.slice(after), annotated };
}
