/** How a reported figure came about, as far as its words say. */
export const COUNT_METHODS = ['list', 'count', 'testimony', 'survey', 'statistical', 'not-said'] as const;
export type CountMethod = (typeof COUNT_METHODS)[number];

/**
 * Words that say how, the more telling first: who names a model has more to say than who names an estimate, and "names
 * documented by interviews" is a list. "Estimated" alone says nothing of the method.
 */
const WORDS: readonly (readonly [CountMethod, RegExp])[] = [
  [
    'statistical',
    /\bmultiple[- ]systems?\b|\bcapture[-– ]recapture\b|\bstatistical(?:ly)? (?:estimat|model|method|analys|inference)|\bmodell?ed (?:estimate|figure|total)|\bmodell?ing\b|\bregression\b|تقدير(?:ات)? إحصائي|(?:نموذج|نماذج|تحليل) إحصائي|التقاط وإعادة/iu,
  ],
  [
    'survey',
    /\bsurvey(?:ed|s)?\b|\bhousehold (?:interview|sample)|\bpoll(?:ed)? of\b|\bquestionnaires?\b|\brandom sample\b|استبيان|استطلاع|مسح (?:ميداني|أسري|شامل|للأسر)|عينة عشوائية/iu,
  ],
  [
    'testimony',
    /\bextrapolat|\bbased on (?:the )?(?:testimon|interview|account|witness)|\bfrom (?:the )?(?:testimon|accounts of)|\btestimon(?:y|ies) (?:of|by|from)\b|\b(?:former|ex-)(?: \p{L}+)? ?(?:guards?|jailers?|judges?|wardens?|prisoners?|detainees?|inmates?)\b[^.]{0,40}\b(?:estimat|believ|sa(?:y|id)|told|reckon|put)|\bwitness(?:es)? (?:estimat|sa(?:y|id)|told|put)|استنادا إلى شهادات|بناء على (?:شهادات|مقابلات)|بحسب شهادات|وفق شهادات|شهادات (?:ناجين|معتقلين|سجناء|حراس|شهود)/iu,
  ],
  [
    'list',
    /\bby name\b|\bnamed (?:people|persons|prisoners|detainees|victims)\b|\bnames of\b|\b(?:a|the|its|their|our) lists?\b|\blist of\b|\bidentified by name\b|\b(?:prison|hospital|morgue|court)(?:['’]s)? (?:records|registers|ledgers|books)\b|\bdatabase\b|\bregist(?:er|ry) (?:of|lists?|holds?|names?)\b|بالاسم|بالأسماء|دفاتر|أسماء|قائمة|قوائم|قاعدة بيانات|سجل(?:ات)? (?:السجن|المعتقل|الوفيات)/iu,
  ],
  [
    'count',
    /\bcount(?:ed|ing|s)\b|\bhead ?count\b|\brecorded\b|\bdocumented\b|\bregistered\b|\btall(?:y|ied)\b|\breceived (?:the )?bodies\b|\bverified \d|(?<!\p{L})و?(?:أحصى|أحصت|أحصينا|أحصوا|إحصاء|وثق(?:ت|نا|وا)?|توثيق|سجل(?:ت|نا|وا)|تعداد)(?!\p{L})/iu,
  ],
];

/** How the words say the figure was reached. A negation before the word ("no list", "without counting") silences it. */
export function countMethodIn(quote: string): CountMethod {
  const words = quote.replace(VOWEL_SIGNS, '');
  for (const [method, pattern] of WORDS) {
    const found = pattern.exec(words);
    if (found && !DENIED.test(words.slice(Math.max(0, found.index - 24), found.index))) return method;
  }
  return 'not-said';
}
const VOWEL_SIGNS = /[\u064b-\u0652\u0640]/g;
const DENIED =
  /(?:\b(?:no|not|never|without|nor)\b|\bn't)[^.]{0,16}$|(?:لا|لم|من دون|بدون|دون|بلا|ليس(?:ت)?)\s+\S{0,12}\s*$/iu;
