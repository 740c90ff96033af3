import type { Catalogue } from './catalogue.ts';

/** The statement that anybody may read, without an account and without a script. */
export const publicStatementMessages = {
  'statement.title': { en: 'What was searched at {place}', ar: 'ما فُتّش في {place}' },
  'statement.other': { en: 'بالعربية', ar: 'In English' },
  'statement.issuer': { en: 'Told by {issuer}.', ar: 'أصدره {issuer}.' },
  'statement.until': {
    en: 'From the log of the search as it stood on {when}; published on {published}.',
    ar: 'من سجل البحث كما كان في {when}؛ نُشر في {published}.',
  },
  'statement.corrects': { en: 'This corrects an earlier statement', ar: 'يصحح هذا بيانًا سابقًا' },
  'statement.corrected': {
    en: 'A corrected statement replaces this one. Read that one',
    ar: 'حلّ بيان مصحح محل هذا البيان. اقرأ ذلك',
  },
  'statement.of': { en: 'of {when}', ar: 'المنشور في {when}' },
  'statement.summary': {
    en: '{searched} of {sectors, plural, one {one sector} other {# sectors}} searched, in {hours} hours of work, by {teams, plural, one {one team} other {# teams}}.',
    ar: 'فُتّش {searched} من أصل {sectors, plural, one {قطاع واحد} two {قطاعين} few {# قطاعات} many {# قطاعًا} other {# قطاع}}، في {hours} ساعة عمل، على يد {teams, plural, zero {لا أحد} one {فريق واحد} two {فريقين} few {# فرق} many {# فريقًا} other {# فريق}}.',
  },
  'statement.nothing': {
    en: 'Nothing was found in any of them. That is no proof that nothing is there: every method misses something, and what was not searched is listed below.',
    ar: 'لم يوجد شيء في أيٍّ منها. وليس هذا دليلًا على خلوّها: لكل طريقة ما يفوتها، وما لم يُفتّش مذكور أدناه.',
  },
  'statement.searched': { en: 'Searched', ar: 'ما فُتّش' },
  'statement.searched-none': { en: 'Nothing was searched yet.', ar: 'لم يُفتّش شيء بعد.' },
  'statement.unsearched': { en: 'Not searched', ar: 'ما لم يُفتّش' },
  'statement.unsearched-none': { en: 'Every sector was searched.', ar: 'فُتّشت كل القطاعات.' },
  'statement.why-none': { en: 'no reason was given', ar: 'لم يُذكر سبب' },
  'statement.claims': { en: 'What was claimed, and what the search answers', ar: 'ما قيل، وبمَ يجيب البحث' },
  'statement.answer': {
    en: '{searched} of {sectors, plural, one {one sector} other {# sectors}} searched: {result}.',
    ar: 'فُتّش {searched} من أصل {sectors, plural, one {قطاع واحد} two {قطاعين} few {# قطاعات} many {# قطاعًا} other {# قطاع}}: {result}.',
  },
  'statement.sector': { en: 'Sector', ar: 'القطاع' },
  'statement.method': { en: 'How', ar: 'الطريقة' },
  'statement.team': { en: 'By', ar: 'الفريق' },
  'statement.when': { en: 'When', ar: 'متى' },
  'statement.reached': { en: 'Share reached', ar: 'ما أمكن بلوغه' },
  'statement.result': { en: 'Result', ar: 'النتيجة' },
  'statement.why': { en: 'Why', ar: 'السبب' },
  'statement.team-number': { en: 'team {number}', ar: 'الفريق {number}' },
  'statement.result.nothing': { en: 'nothing found', ar: 'لم يوجد شيء' },
  'statement.result.signs': { en: 'signs', ar: 'آثار' },
  'statement.result.found': { en: 'somebody found', ar: 'وُجد أحد' },
  'statement.result.not-searched': { en: 'not searched', ar: 'لم يُفتّش' },
  'statement.signs.open': { en: 'not yet looked at again', ar: 'لم تُفحص ثانية بعد' },
  'statement.signs.confirmed': { en: 'confirmed by a second look', ar: 'أكّدها فحص ثانٍ' },
  'statement.signs.false': { en: 'a second look found nothing', ar: 'لم يجد الفحص الثاني شيئًا' },
  'statement.foot': {
    en: 'Statement {id}. Every row stands in a log whose entries cannot be changed unseen.',
    ar: 'البيان {id}. كل سطر فيه مقيّد في سجل لا تُغيَّر قيوده خفية.',
  },
  'statement.absent': {
    en: 'There is no statement at this address.',
    ar: 'لا بيان في هذا العنوان.',
  },
} as const satisfies Catalogue;
