import type { Catalogue } from './catalogue.ts';

/** The ways of estimating how many there are. */
export const estimateMethods = {
  'two-lists': { en: 'Two lists (Chapman)', ar: 'قائمتان (تشابمان)' },
  independence: { en: 'Lists taken as independent', ar: 'بافتراض استقلال القوائم' },
  'log-linear-bic': {
    en: 'Log-linear model, best by BIC',
    ar: 'النموذج اللوغاريتمي الخطي الأفضل بمعيار BIC',
  },
  'log-linear-aic': {
    en: 'Log-linear model, best by AIC',
    ar: 'النموذج اللوغاريتمي الخطي الأفضل بمعيار AIC',
  },
  'log-linear-average': {
    en: 'All log-linear models, averaged',
    ar: 'متوسط كل النماذج اللوغاريتمية الخطية',
  },
  stepwise: {
    en: 'Model chosen step by step, bootstrapped',
    ar: 'نموذج يُختار خطوة خطوة مع إعادة المعاينة',
  },
  'decomposable-graphs': {
    en: 'Averaging over dependence graphs (Bayes)',
    ar: 'متوسط على مخططات الترابط (بايز)',
  },
  'latent-classes': { en: 'Latent classes (Bayes)', ar: 'فئات كامنة (بايز)' },
} as const satisfies Catalogue;

/** Why an estimate is refused or to be read with care, and what would help. */
export const estimateReasons = {
  'too-few-lists': {
    en: 'Only {found} list covers this: at least two are needed.',
    ar: 'عدد القوائم التي تغطي هذا {found, number} فقط: يلزم قائمتان على الأقل.',
  },
  'too-many-lists': {
    en: '{found} lists are too many for this method (limit {limit}). Join lists that share a source.',
    ar: 'عدد القوائم {found, number} أكثر مما تحتمله هذه الطريقة (الحد {limit, number}). ادمج القوائم التي تتشارك المصدر.',
  },
  'too-few-overlaps': {
    en: 'Only {found} people are on two lists or more (at least {least} are needed): what the lists have in common may be chance. More lists, longer lists or better linkage would help.',
    ar: 'عدد المذكورين في قائمتين أو أكثر {found, number} فقط (يلزم {least, number} على الأقل): قد يكون المشترك بين القوائم مصادفة. يفيد مزيد من القوائم أو قوائم أطول أو ربط أفضل.',
  },
  'no-estimate-exists': {
    en: 'No estimate exists: too many combinations of lists are empty for this model.',
    ar: 'لا وجود لتقدير: تركيبات كثيرة من القوائم فارغة في هذا النموذج.',
  },
  unbounded: {
    en: 'The lists do not bound the number from above. A further list that overlaps with the others would help.',
    ar: 'القوائم لا تضع حدًا أعلى للعدد. تفيد قائمة أخرى تتقاطع مع غيرها.',
  },
  'not-converged': {
    en: 'Independent runs disagree (R-hat {rhat}, effective draws {draws}): the figure would depend on chance.',
    ar: 'التشغيلات المستقلة لا تتفق (R-hat {rhat}، السحوبات الفعلية {draws}): الرقم يتعلق بالمصادفة.',
  },
  'not-identified': {
    en: 'These lists do not determine the number under this method; the figure would come from its starting assumptions. A further, independent list would help.',
    ar: 'هذه القوائم لا تحدد العدد بهذه الطريقة؛ والرقم يأتي من افتراضاتها المسبقة. تفيد قائمة أخرى مستقلة.',
  },
  'lists-dependent': {
    en: 'The overlaps contradict it: the lists are not independent (deviance {deviance} at {freedom, plural, one {# degree} other {# degrees}} of freedom).',
    ar: 'التقاطعات تناقضه: القوائم ليست مستقلة (الانحراف {deviance, number} عند {freedom, number} من درجات الحرية).',
  },
  'list-not-covering': {
    en: 'Not every list covers {stratum}, so the table as a whole cannot be used; see the sum of its parts.',
    ar: 'ليست كل القوائم تغطي {stratum} فلا يُستعمل الجدول كاملًا؛ انظر مجموع أجزائه.',
  },
  'stratum-refused': {
    en: '{count, plural, one {One part has} other {# parts have}} no estimate, the first is {stratum}; a sum over the rest would leave people out. Use larger parts.',
    ar: '{count, plural, one {جزء واحد بلا تقدير وهو} two {جزآن بلا تقدير أولهما} few {# أجزاء بلا تقدير أولها} many {# جزءًا بلا تقدير أولها} other {# جزء بلا تقدير أولها}} {stratum}؛ والمجموع من دونها يُسقط أشخاصًا. استعمل أجزاء أكبر.',
  },
  'dependence-unseen': {
    en: 'Two lists cannot show whether one depends on the other. If they share informants the true number is higher; if they avoid each other’s people, lower.',
    ar: 'قائمتان لا تُظهران هل تعتمد إحداهما على الأخرى. إن تشاركتا المصادر فالعدد الحقيقي أكبر، وإن تجنبت كل منهما من في الأخرى فهو أصغر.',
  },
  'no-overlap': {
    en: 'The list {list} shares nobody with any other.',
    ar: 'القائمة {list} لا تشارك غيرها في أي شخص.',
  },
  boundary: {
    en: 'Some pairs of lists in the model {model} share nobody; they are taken as excluding each other.',
    ar: 'بعض أزواج القوائم في النموذج {model} لا يشتركان في أحد؛ فعُدّا متنافيين.',
  },
  'near-tie': {
    en: 'Another model, {model}, fits hardly worse (BIC {difference} more) and says {estimate, number}.',
    ar: 'نموذج آخر هو {model} لا يقل عنه ملاءمة إلا قليلًا (BIC أعلى بمقدار {difference, number}) ويقول {estimate, number}.',
  },
  'models-without-estimate': {
    en: '{count, number} of {of, number} models have no estimate and were left out.',
    ar: '{count, number} من {of, number} نموذجًا بلا تقدير، فتُركت.',
  },
  'samples-without-estimate': {
    en: '{count, number} of {of, number} bootstrap samples have no estimate; they stand at the upper end.',
    ar: '{count, number} من {of, number} عينة معادة بلا تقدير؛ وهي في الطرف الأعلى.',
  },
  'linkage-moves': {
    en: 'Over the linkages drawn this method says between {low, number} and {high, number}. The linkage as it stands lies outside: possible matches that nobody has decided move this number. Review the pairs before either interval is used.',
    ar: 'على طرق الربط المسحوبة تقول هذه الطريقة بين {low, number} و{high, number}. والربط الحالي خارج هذا المجال: تطابقات محتملة لم يُبتّ فيها تحرّك هذا العدد. راجعوا الأزواج قبل استعمال أي من المجالين.',
  },
  'bound-on-few-samples': {
    en: 'One end of this interval is read far out, where {beyond, plural, =0 {no sample lies} one {one sample lies} other {# samples lie}} beyond it of {of, number} bootstrap samples: it moves with the seed. More samples make it steadier.',
    ar: 'أحد طرفي هذا المجال يُقرأ عند أقصى التوزيع، فليس وراءه {beyond, plural, =0 {أي عينة} one {إلا عينة واحدة} two {إلا عينتان} few {إلا # عينات} other {إلا # عينة}} من {of, number} عينة معادة، فيتغير بتغير البذرة. زيادة العينات تثبّته.',
  },
  'linkages-without-estimate': {
    en: 'For {count, number} of {of, number} linkages there is no estimate: not knowing who is whom leaves nothing to say. Review the possible pairs first.',
    ar: 'لا تقدير في {count, number} من {of, number} ربطًا: فمع عدم معرفة من هو من لا يبقى ما يقال. راجعوا الأزواج المحتملة أولًا.',
  },
  'two-modes': {
    en: 'Two answers stand side by side, near {first, number} and near {second, number}; the middle lies between them. A further list would decide.',
    ar: 'ثمة جوابان متجاوران، قرب {first, number} وقرب {second, number}؛ والوسط يقع بينهما. قائمة أخرى تحسم الأمر.',
  },
  'grid-cut': {
    en: 'Numbers beyond {limit, number} were not weighed although they are not ruled out; the upper bound is too low.',
    ar: 'لم تُوزن الأعداد فوق {limit, number} مع أنها غير مستبعدة؛ فالحد الأعلى أدنى مما يجب.',
  },
  'grid-coarse': {
    en: 'Numbers were weighed in steps of {step, number}.',
    ar: 'وُزنت الأعداد بخطوات من {step, number}.',
  },
  'one-list-drives': {
    en: 'Without the list {list} it would be {change, number, percent} different: much hangs on that list.',
    ar: 'من دون القائمة {list} يختلف بنسبة {change, number, percent}: يتوقف الكثير على تلك القائمة.',
  },
  'strata-imputed': {
    en: 'The part is not known of {people, number} people; they were placed {times} times, and what differs widens the interval.',
    ar: 'الجزء مجهول لعدد {people, number} من الأشخاص؛ وُزّعوا {times, number} مرات، والاختلاف بينها يوسّع المجال.',
  },
} as const satisfies Catalogue;
