import { foldName } from '../names/index.ts';

/**
 * Words in names of bodies and places that mean something, by what they mean, so that "Jawfan Governorate" and
 * «محافظة جوفان» can be held against each other: the meaning here, the proper word through `names`.
 */
const MEANINGS: Readonly<Record<string, string>> = {
  governorate: 'governorate governorates province محافظة المحافظة ولاية gouvernorat',
  ministry: 'ministry ministries وزارة الوزارة ministère ministere',
  government: 'government حكومة الحكومة gouvernement',
  authority:
    'authority authorities official officials سلطة سلطات السلطات مسؤول مسؤولون مسؤولين المسؤولون autorités',
  army: 'army military forces troops جيش الجيش قوات القوات العسكرية armée',
  police: 'police شرطة الشرطة الأمن security',
  prison: 'prison prisons jail gaol penitentiary سجن السجن prisonnière',
  detention: 'detention custody معتقل المعتقل احتجاز',
  branch: 'branch فرع الفرع',
  hospital: 'hospital hospitals مشفى المشفى مستشفى المستشفى hôpital',
  school: 'school مدرسة',
  mosque: 'mosque مسجد جامع',
  association: 'association رابطة الرابطة جمعية',
  group: 'group groups organisation organisations organization organizations ngo مجموعة منظمة المنظمة منظمات',
  families: 'family families relatives أهالي الأهالي عائلات ذوي ذوو familles',
  detainees:
    'detainee detainees prisoner prisoners inmate inmates معتقل معتقلي معتقلين المعتقلين سجناء السجناء détenus',
  survivors: 'survivor survivors freed ناجين الناجين ناجون المفرج',
  missing: 'missing disappeared مفقودين المفقودين مفقودون disparus',
  civil: 'civil civilian مدني المدني',
  rescue: 'rescue rescuer rescuers إنقاذ الإنقاذ منقذون المنقذون secours',
  defence: 'defence defense دفاع الدفاع défense',
  rights: 'rights حقوق الحقوق حقوقية حقوقي droits',
  human: 'human إنسان الإنسان',
  observatory: 'observatory مرصد المرصد observatoire',
  network: 'network شبكة الشبكة réseau',
  committee: 'committee commission لجنة اللجنة هيئة الهيئة comité',
  council: 'council مجلس المجلس conseil',
  centre: 'centre center مركز المركز',
  volunteers: 'volunteer volunteers متطوع متطوعون متطوعين المتطوعون المتطوعين',
  agency: 'agency agencies وكالة الوكالة agence',
  university: 'university جامعة الجامعة',
  court: 'court محكمة المحكمة',
  union: 'union اتحاد الاتحاد',
  spokesman: 'spokesman spokeswoman spokesperson ناطق الناطق متحدث المتحدث',
  witness:
    'witness witnesses resident residents villager villagers neighbour neighbours neighbor neighbors شاهد شهود سكان السكان أهال',
  guards: 'guard guards jailer jailers حارس حراس الحراس',
  doctors: 'doctor doctors medic medics طبيب أطباء الأطباء',
  experts: 'expert experts analyst analysts researcher researchers خبير خبراء محللون',
  activists: 'activist activists advocate advocates ناشط ناشطون ناشطين',
  fighters: 'rebel rebels fighter fighters insurgent insurgents مقاتل مقاتلون مقاتلين',
  footage:
    'footage video videos cctv images photos post posts message messages تسجيل تسجيلات فيديو مقطع مقاطع منشور رسالة',
  cameras: 'camera cameras surveillance كاميرا كاميرات مراقبة المراقبة',
  sources:
    'source sources report reports estimate estimates people many some others مصدر مصادر تقرير تقارير تقديرات',
  media: 'media press newspaper outlet outlets وسائل إعلام الإعلام صحف صحيفة',
  man: 'man woman boy girl mother father son survivor رجل امرأة أم أب شاب',
  national: 'national وطني الوطني',
  city: 'city town village مدينة بلدة قرية',
};

const FILLERS =
  'team teams crew crews فرق فريق the a an of and for in on at by from to with its his her their this that al el ul ar er an as ash at ad az former formerly ' +
  'some many other new local unnamed anonymous several under inside near beneath below outside behind second another here there تحت داخل خارج فوق قرب بين عند كل ثان ثانٍ ثاني آخر أي هنا هناك في من على عن و ال هذا هذه السابق السابقين السابقون سابق سابقين سابقون بعض عدة';

const fold = (word: string): string => foldName(word).replaceAll(' ', '');
const meanings = new Map<string, string>();
for (const [meaning, words] of Object.entries(MEANINGS))
  for (const word of words.split(' ')) if (!meanings.has(fold(word))) meanings.set(fold(word), meaning);
const fillers = new Set(FILLERS.split(' ').map(fold));

export interface NameWords {
  /** What the common words mean, sorted, each once. */
  readonly common: readonly string[];
  /** The words that are a name of their own, as written. */
  readonly proper: readonly string[];
}

const TITLES =
  /^(?:dr|mr|mrs|ms|prof|sir|general|gen|col|colonel|captain|sheikh|minister|president|الدكتور|السيد|الشيخ)\.?\s+/iu;

/** What a report adds so that readers know whom it means. */
const ALSO = /,?\s+(?:(?:better|also|widely|formerly) )?(?:known as|called)\s.*$|\s+المعروفة?\s.*$/iu;

/** A name taken apart: «رابطة معتقلي قلعة الريح» is `association`, `detainees` and the proper قلعة الريح. */
export function nameWords(name: string): NameWords {
  const words = name
    .replace(TITLES, '')
    .replace(ALSO, '')
    .replace(/[’']s(?!\p{L})/gu, '')
    .replace(/(?<=\p{L})[’'ʿʾ‘`](?=\p{L})/gu, '')
    .match(/[\p{L}\p{M}]+|\d+/gu);
  const common = new Set<string>();
  const proper: string[] = [];
  for (const word of words ?? []) {
    const folded = fold(word);
    // «أهالي ومعتقلي»: "and" is written with the word behind it.
    const meaning =
      meanings.get(folded) ?? (/^و\p{L}{4,}/u.test(word) ? meanings.get(fold(word.slice(1))) : undefined);
    if (meaning) common.add(meaning);
    else if (folded !== '' && !fillers.has(folded)) proper.push(word);
    else if (folded === '' && /\d/.test(word)) proper.push(word);
  }
  return { common: [...common].sort(), proper };
}

/**
 * True for a source that nobody could ask: "authorities", "rights groups", «مصادر محلية». It has no proper name: all
 * its words are common ones, or in a script that has capitals, none is written with one.
 */
export function isNameless(name: string): boolean {
  const head = name.split(/\s(?:at|in|near|from|who|whose|that|familiar|close|with|عند|في|قرب|لدى)\s/u)[0]!;
  const { common, proper } = nameWords(head);
  if (proper.length === 0) return true;
  if (/^@/.test(name.trim())) return false;
  const latin = proper.filter((word) => /\p{Script=Latin}/u.test(word));
  if (latin.length === proper.length) return !latin.some((word) => /^\p{Lu}/u.test(word));
  return common.includes('sources');
}
