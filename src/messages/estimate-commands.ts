import type { Catalogue } from './catalogue.ts';

/** What `sanad estimate` says. */
export const estimateCommands = {
  'estimate.about': {
    en: 'how many in all, from who is on which lists: every method side by side',
    ar: 'كم العدد الكلي، من معرفة من في أي قائمة: كل الطرق جنبًا إلى جنب',
  },
  'estimate.counts': {
    en: 'CSV: a column of 0/1 for each list, then count; further columns divide it (period, place), NA where a list does not cover',
    ar: 'ملف CSV: عمود 0/1 لكل قائمة ثم عمود count؛ أعمدة أخرى تقسمه (فترة، مكان)، وNA حيث لا تغطي القائمة',
  },
  'estimate.seed': {
    en: 'whole number; the same seed gives the same digits',
    ar: 'عدد صحيح؛ البذرة نفسها تعطي الأرقام نفسها',
  },
  'estimate.level': {
    en: 'what the intervals are to cover, between 0.5 and 0.999',
    ar: 'ما يجب أن تغطيه المجالات، بين 0.5 و0.999',
  },
  'estimate.bootstraps': {
    en: 'samples of the stepwise method, at least 100',
    ar: 'عدد العينات المعادة، 100 على الأقل',
  },
  'estimate.leave-one-out': {
    en: 'also without each list in turn: how much hangs on one of them',
    ar: 'ومن دون كل قائمة على التوالي: كم يتوقف على إحداها',
  },
  'estimate.named': {
    en: '{named, number} people are named on {lists, plural, one {# list} other {# lists}}. With those on no list, by each method:',
    ar: 'عدد المذكورين {named, number} في {lists, plural, two {قائمتين} few {# قوائم} other {# قائمة}}. ومع من ليسوا في أي قائمة، بكل طريقة:',
  },
  'estimate.row': {
    en: 'between {low} and {high}, middle {estimate}',
    ar: 'بين {low} و{high}، والوسط {estimate}',
  },
  'estimate.refused': { en: 'no estimate', ar: 'لا تقدير' },
  'estimate.stratified': {
    en: '{method}, sum of {strata} parts',
    ar: '{method}، مجموع الأجزاء ({strata, number})',
  },
  'estimate.without': { en: 'Without {list}:', ar: 'من دون {list}:' },
  'estimate.repeat': {
    en: 'Intervals at {level, number, percent}; seed {seed, number, ::group-off}. None of these numbers counts documented people; never add them to a list.',
    ar: 'المجالات عند {level, number, percent}؛ البذرة {seed, number, ::group-off}. ليس أي من هذه الأرقام عددًا لأشخاص موثقين؛ لا تُضِفه إلى قائمة.',
  },
  'estimate.seed-wrong': { en: 'A seed is a whole number.', ar: 'البذرة عدد صحيح.' },
  'estimate.level-wrong': { en: 'A number between 0.5 and 0.999.', ar: 'عدد بين 0.5 و0.999.' },
  'estimate.bootstraps-wrong': {
    en: 'A whole number between 100 and 100000.',
    ar: 'عدد صحيح بين 100 و100000.',
  },
  'estimate.case': {
    en: 'from the case’s own lists, as they are linked and over linkages drawn, in place of a table',
    ar: 'من قوائم القضية نفسها، كما هي مربوطة وعلى طرق ربط مسحوبة، بدل جدول',
  },
  'estimate.lists': {
    en: 'with --case: these lists alone, with commas',
    ar: 'مع ‎--case‎: هذه القوائم وحدها، بينها فواصل',
  },
  'estimate.methods': {
    en: 'these methods alone, with commas: {methods}',
    ar: 'هذه الطرق وحدها، بينها فواصل: {methods}',
  },
  'estimate.by': {
    en: 'with --case: divided by one or two of year, place, sex, age',
    ar: 'مع ‎--case‎: مقسّم بحسب واحد أو اثنين من year وplace وsex وage',
  },
  'estimate.years-from': {
    en: 'with --by year: years with which a new stretch begins, with commas',
    ar: 'مع ‎--by year‎: السنوات التي تبدأ بها فترة جديدة، بينها فواصل',
  },
  'estimate.covers': {
    en: 'with --by year: years that a list covers, as in "register=2011-2012"; may be given again',
    ar: 'مع ‎--by year‎: السنوات التي تغطيها قائمة، مثل ‎"register=2011-2012"‎؛ يمكن تكراره',
  },
  'estimate.linkages': {
    en: 'with --case: linkages drawn, 100 to 1000',
    ar: 'مع ‎--case‎: عدد طرق الربط المسحوبة، من 100 إلى 1000',
  },
  'estimate.over-linkages': { en: 'Over {count} linkages drawn:', ar: 'على {count} طريقة ربط مسحوبة:' },
  'estimate.choice-wrong': { en: 'One of: {choices}.', ar: 'واحد من: {choices}.' },
  'estimate.years-wrong': { en: 'Years, with commas: 2013,2016.', ar: 'سنوات بينها فواصل: 2013,2016.' },
  'estimate.covers-wrong': {
    en: 'A list and its years: "register=2011-2012", "register=-2012" or "register=2013-".',
    ar: 'قائمة وسنواتها: ‎"register=2011-2012"‎ أو ‎"register=-2012"‎ أو ‎"register=2013-"‎.',
  },
  'estimate.linkages-wrong': {
    en: 'A whole number between 100 and 1000.',
    ar: 'عدد صحيح بين 100 و1000.',
  },
  'estimate.table-or-case': {
    en: 'Give a table of counts, or --case with a case; one of the two.',
    ar: 'أعطِ جدول أعداد، أو ‎--case‎ مع قضية؛ أحدهما.',
  },
} as const satisfies Catalogue;
