import type { Catalogue } from './catalogue.ts';

/** What is wrong with a place that is searched, and plans of a search, and what to do. Part of `errorMessages`. */
export const siteErrors = {
  'site.file-unclear': {
    en: 'This is no file of a site: JSON with a list of entries is expected. Nothing was kept.',
    ar: 'هذا ليس ملف موقع: المتوقع JSON فيه قائمة قيود. لم يُحفظ شيء.',
  },
  'site.unknown': {
    en: 'This site is not in the case. Make the site first.',
    ar: 'هذا الموقع ليس في القضية. أنشئ الموقع أولًا.',
  },
  'site.entry-unclear': {
    en: 'This entry could not be read and was not kept. Check what was filled in and send it again.',
    ar: 'تعذّرت قراءة هذا القيد ولم يُحفظ. راجع ما كُتب وأرسله من جديد.',
  },
  'site.upon-unknown': {
    en: 'This was made upon something the case does not hold. Send the earlier entries first.',
    ar: 'بُني هذا على قيد ليس في القضية. أرسل القيود السابقة أولًا.',
  },
  'site.upon-missing': {
    en: 'This thing exists already. Change it from how it stands now.',
    ar: 'هذا موجود من قبل. عدّله انطلاقًا من حاله الآن.',
  },
  'site.thing-changes': {
    en: 'A sector stays a sector and a search a search. Strike it and make another.',
    ar: 'يبقى القطاع قطاعًا والبحث بحثًا. اشطبه وأنشئ غيره.',
  },
  'site.map-unreadable': {
    en: '{file} cannot be read as a map. Give one file of tiles in the format PMTiles, version 3.',
    ar: 'تعذرت قراءة {file} خريطةً. أعطِ ملف مربعات واحدًا بصيغة PMTiles، الإصدار 3.',
  },
  'site.thing-unknown': {
    en: 'The floor or sector this speaks of is not in the case.',
    ar: 'الطابق أو القطاع المذكور ليس في القضية.',
  },
  'site.ends-before-it-begins': {
    en: 'This search ends before it begins. Correct the hours and send it again.',
    ar: 'هذا البحث ينتهي قبل أن يبدأ. صحّح الساعات وأرسله من جديد.',
  },
  'site.rate-certain': {
    en: 'Nothing is certain: no method finds everything and no source is always right. Give less than 100 %.',
    ar: 'لا شيء مؤكد: لا طريقة تكشف كل شيء ولا مصدر يصيب دائمًا. أعطِ أقل من 100٪.',
  },
  'site.rate-outside': {
    en: 'One of these rates cannot be. Shares lie from 0 to below 1, square metres and signs an hour above 0.',
    ar: 'إحدى هذه القيم لا تصحّ. الحصص من 0 إلى أقل من 1، والأمتار المربعة والعلامات في الساعة فوق الصفر.',
  },
  'site.photograph-missing': {
    en: 'The photograph did not come with its entry. Take it again or choose the file again.',
    ar: 'لم تصل الصورة مع قيدها. التقطها أو اختر الملف من جديد.',
  },
  'site.statement-names': {
    en: 'These words name somebody who wrote in the log. The public never reads a person’s name here: write what is said without it.',
    ar: 'في هذه الكلمات اسم شخص كتب في السجل. لا يقرأ الجمهور هنا اسم أحد: اكتب المقصود من دونه.',
  },
  'site.statement-none': {
    en: 'No such statement stands published in this case. Publish it on its page first.',
    ar: 'لا بيان كهذا منشورًا في هذه القضية. انشره من صفحته أولًا.',
  },
  'plan.not-json': {
    en: 'The plan is not JSON. See the example under: sanad help plan',
    ar: 'الخطة ليست بصيغة JSON. انظر المثال في: sanad help plan',
  },
  'plan.unreadable': {
    en: 'The plan cannot be read at {where}: {wrong}. Correct it; nothing was planned.',
    ar: 'تعذّرت قراءة الخطة عند {where}: {wrong}. صحّحها؛ لم يُخطَّط شيء.',
  },
  'plan.id-twice': {
    en: 'The id {id} stands twice. Give each cell and each resource an id of its own.',
    ar: 'المعرّف {id} مكرر. أعطِ كل قطاع وكل مورد معرّفًا خاصًا به.',
  },
  'plan.resource-unknown': {
    en: 'The cell {cell} names the resource {resource}, which is not among the resources.',
    ar: 'يذكر القطاع {cell} المورد {resource} وهو ليس بين الموارد.',
  },
  'plan.cell-unknown': {
    en: 'There is no cell {cell} in this place.',
    ar: 'لا يوجد قطاع {cell} في هذا المكان.',
  },
  'plan.effort-negative': {
    en: 'An effort of {value} cannot be. Hours and costs are 0 or more.',
    ar: 'لا يصحّ جهد مقداره {value}. الساعات والتكاليف صفر فأكثر.',
  },
  'plan.probability': {
    en: '{value} is no probability or weight. Give numbers of 0 or more, not all of them 0.',
    ar: '{value} ليس احتمالًا ولا وزنًا. أعطِ أعدادًا من صفر فأكثر، على ألّا تكون كلها صفرًا.',
  },
  'plan.detection': {
    en: '{value} is no chance of detection. It lies between 0 and 1.',
    ar: '{value} ليس احتمال كشف. يقع بين 0 و1.',
  },
  'plan.elsewhere': {
    en: 'The chance that it is elsewhere or does not exist is {value}. It lies between 0 and 1 and is neither: a search that cannot fail proves nothing.',
    ar: 'احتمال أن يكون في مكان آخر أو ألّا يكون موجودًا هو {value}. يجب أن يقع بين 0 و1 من دون أيٍّ منهما: بحثٌ لا يمكن أن يفشل لا يثبت شيئًا.',
  },
  'plan.reliability': {
    en: 'The reliability of the lead {lead} must be from 0 to below 1: no lead makes anything certain.',
    ar: 'يجب أن تكون موثوقية الإفادة {lead} من 0 إلى أقل من 1: لا إفادة تجعل شيئًا يقينًا.',
  },
  'plan.letter': {
    en: '{letter} is no letter from A to the lowest one given.',
    ar: '{letter} ليس حرفًا بين A وأدنى حرف معطى.',
  },
  'plan.not-solved': {
    en: 'These numbers are too far apart to plan with. Check effectiveness and effort for a slip in their units.',
    ar: 'هذه الأعداد متباعدة إلى حد لا يسمح بالتخطيط. تحقّق من وحدات الفاعلية والجهد.',
  },
} as const satisfies Catalogue;
