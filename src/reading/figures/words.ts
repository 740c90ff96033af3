export const QUOTES = new Set(['“', '”', '"', '«', '»', '‘', '’', "'"]);

export const LABELS = new Set(
  'no number room cell block wing section sector unit building floor level branch gate article page chapter line route highway phase part figure resolution division brigade battalion law act season episode bus flight case step rule day رقم المادة الفرع فرع القسم الجناح الطابق الغرفة الزنزانة القرار المرحلة الفرقة اللواء صفحة قطاع القطاع'.split(
    ' ',
  ),
);

export const CURRENCIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    $: 'usd',
    '€': 'eur',
    '£': 'gbp',
    '₺': 'try',
    usd: 'usd',
    eur: 'eur',
    gbp: 'gbp',
  }),
);

export const PEOPLE_UNITS = new Set(['person', 'family', 'body']);

export const STRONG_VERBS = new Set(
  'killed killing dead wounded wounding injured injuring missing freed released detained arrested executed died toll deaths fatalities trapped numbered survivors dead قتل قتلى مقتل أصيب إصابة اعتقال اعتقل أفرج مصرع وفاة حصيلة'.split(
    ' ',
  ),
);

export const AGE =
  /^(\d{1,3})-(year|month|week|day|hour|mile|kilomet(?:re|er)|met(?:re|er)|foot|stor(?:e)?y|person|member|man|bed)s?(-old)?s?$/;

/** Words of which a number is told: "the toll stands at 40". */
export const TALLY = new Set(
  'number numbers figure figures total totals toll count tally estimate headcount capacity population'.split(
    ' ',
  ),
);
