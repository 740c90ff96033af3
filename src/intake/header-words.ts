/**
 * The words from which headers of lists are made, in Arabic, English and French. A header is read as a set of these
 * notions (`name` + `father`, `date` + `birth`), so that word order, articles, case and joints do not matter.
 * Spellings are folded when this is loaded: write them as people do.
 */
const WORDS = {
  name: 'name names nom noms اسم اسماء إسم تسمية nome namen',
  given: 'given first forename forenames christian prenom prenoms الأول اول fname',
  second: 'second middle الثاني ثاني deuxieme',
  third: 'third الثالث ثالث troisieme',
  fourth: 'fourth الرابع رابع quatrieme',
  father:
    'father fathers dad paternal pere الأب اب ابيه ابوه ابيها والد والده الوالد والدها ابن patronym patronymic patronyme',
  mother: 'mother mothers mum mom maternal mere maiden الأم ام امه امها والدة والدته والدتها الوالدة',
  grandfather: 'grandfather grandfathers grandpere الجد جد جده جدها',
  grand: 'grand',
  family:
    'family surname surnames famille familynm العائلة عائلة عائله الكنية كنية كنيته كنيتها النسبة نسبة نسبته نسبتها الأسرة nisba nisbah lname',
  lastWord: 'last dernier derniere آخر اخر',
  /** Family name in Lebanon, Iraq and the Maghreb, nickname in Syria: the other columns and the cells decide. */
  familyOrNick: 'اللقب لقب لقبه الشهرة شهرة شهرته',
  nickname:
    'nickname nicknames alias aliases aka surnom sobriquet pseudonym pseudonyme guerre الحركي حركي المستعار مستعار معروف المعروف',
  teknonym: 'kunya kunyah kunia teknonym teknonyme abu كناية',
  full: 'full complete whole entire complet complete الكامل كامل كاملا الثلاثي ثلاثي الرباعي رباعي الخماسي خماسي الثنائي ثنائي المفصل fullnm',
  person:
    'person persons people individual detainee detainees prisoner prisoners inmate inmates victim victims missing disappeared released freed deceased martyr patient patients casualty subject survivor captive captives hostage detenu detenue detenus prisonnier prisonniere prisonniers disparu disparue disparus victime victimes personne patiente المعتقل معتقل معتقلة المعتقلة المعتقلين السجين سجين السجناء السجينة المفقود مفقود المفقودة المفقودين المختفي المغيب الموقوف موقوف الموقوفة الموقوفين الشهيد شهيد الضحية ضحية الضحايا المريض مريض الشخص شخص النزيل نزيل المحرر المفرج المتوفى المتوفي الأسير اسير المحتجز محتجز المخطوف الجريح المصاب صاحب',
  asker:
    'asker enquirer inquirer requester applicant informant reporter reporting reported contact contacts caller complainant submitter submitted relative relatives kin guardian witness declarant demandeur informateur temoin المبلغ مبلغ المتصل متصل المدلي مدلي الطالب مقدم المقدم البلاغ بلاغ التواصل تواصل للتواصل القريب قريب الشاهد شاهد ذوي ذويه الأهل اهل المستفسر السائل asked searching searcher',
  relation:
    'relation relationship kinship parente lien القرابة قرابة القرابه صلة صله قرابته العلاقة علاقة صفة',
  kin: 'husband wife spouse children child brother sister brothers sisters son daughter siblings epoux epouse conjoint enfants frere soeur الزوج زوج زوجة الزوجة زوجته زوجها الأولاد اولاد الأخ اخ الأخت اخت الاخوة اخوة الأبناء ابناء قاصر',
  date: 'date dates dated datum jour تاريخ التاريخ بتاريخ يوم اليوم متى when since تواريخ timestamp',
  year: 'year years annee an سنة السنة عام العام yr yob',
  monthOrDay: 'month mois شهر الشهر day',
  birth:
    'birth birthday birthdate birthday born dob naissance ne nee natal الولادة ولادة ولادته الميلاد ميلاد ميلاده المواليد مواليد مواليده التولد تولد المولد مولد yob bday',
  arrest:
    'arrest arrested arrestation captured capture kidnapped abduction abducted enlevement التوقيف توقيف توقيفه الاعتقال اعتقال اعتقاله القبض قبض الخطف خطف خطفه التغييب',
  /** Being held, as against being taken: its place is where somebody was kept. */
  custody:
    'detention detained imprisonment imprisoned incarceration custody held holding الاحتجاز احتجاز احتجازه سجنه الحجز حجز',
  disappearance:
    'disappearance disappeared missing lost disparition الفقدان فقدان فقدانه الفقد فقد الاختفاء اختفاء اختفائه الغياب غياب انقطاع',
  seen: 'seen sighting sighted spotted vu vue vus مشاهدة المشاهدة شوهد شوهدت رؤية الرؤية ظهور رؤي',
  admission:
    'admission admitted admit entry entered entree arrival arrived hospitalisation hospitalization intake الدخول دخول دخوله الإدخال ادخال الاستقبال استقبال القبول قبول الوصول وصول وصوله الاسعاف الإيداع ايداع',
  release:
    'release released freed liberated liberation discharge discharged liberee libere freeing الإفراج افراج الافراج الإخلاء اخلاء الخروج خروج خروجه السراح سراح التحرير تحرير المفرج الإطلاق اطلاق التحرر',
  death:
    'death died deceased dead decease deces mort décédé execution executed killed killing الوفاة وفاة وفاته الموت موت الاستشهاد استشهاد استشهاده القتل قتل الإعدام اعدام مقتل المتوفى استشهد',
  registration:
    'registration registered registry entry recorded record created submitted reported report updated update inscription enregistrement saisie التسجيل تسجيل تسجيله التدوين الإبلاغ التبليغ الطلب طلب الإضافة اضافة التحديث القيد قيد النشر نشر القائمة زمني الطابع',
  age: 'age ages aged العمر عمر عمره عمرها السن سن الأعمار اعمار',
  approximate:
    'approximate approx approximately estimated about apparent approximatif approximative estime environ التقريبي تقريبي التقديري تقديري تقريبا الظاهري المقدر',
  group: 'group category bracket range tranche الفئة فئة groupe',
  sex: 'sex gender sexe genre الجنس جنس النوع نوع ذكر انثى mf',
  place:
    'place places location lieu lieux endroit where site point المكان مكان مكانه محل المحل موقع الموقع جهة الجهة أين اين',
  home: 'home city cities town village governorate province district region area neighborhood neighbourhood quarter suburb residence residency address hometown origin origins from country county municipality subdistrict locality living lives ville adresse commune domicile quartier gouvernorat pays residence provenance region المدينة مدينة البلدة بلدة القرية قرية المحافظة محافظة المنطقة منطقة الناحية ناحية القضاء قضاء الحي حي العنوان عنوان السكن سكن الإقامة اقامة اقامته سكنه البلد بلد الولاية ولاية المديرية مديرية الأصل اصل الأصلي من المنشأ الموطن موطن الحارة',
  facility:
    'hospital hospitals clinic camp facility facilities centre center morgue ward hopital clinique camp centre etablissement structure المشفى مشفى المستشفى مستشفى المخيم مخيم المركز مركز العيادة المشرحة مشرحة المنشأة منشأة المرفق البراد',
  prison:
    'prison prisons jail branch penitentiary geole securite السجن سجن السجون الفرع فرع الأفرع المعتقلات الأمني الأمنية الحبس حبس',
  unit: 'wing cell block dormitory floor room bed aile cellule chambre etage lit الجناح جناح المهجع مهجع الزنزانة زنزانة الطابق طابق الغرفة غرفة القاعة قاعة السرير سرير القاووش القسم قسم القطاع',
  status:
    'status state condition situation outcome fate etat statut sort الحالة حالة حالته الوضع وضع وضعه المصير مصير مصيره الوضعية',
  otherStatus:
    'marital civil social legal health medical familiale familial sante juridique الاجتماعية اجتماعية العائلية الصحية صحية الصحي القانونية القانوني المدنية الزوجية الزواجية طبية الطبية الاجتماعي',
  nationalId:
    'national nationalid nid passport ssn social security identity identification cin cnic passeport identite nationale الوطني وطني الهوية هوية هويته الجواز جواز البطاقة بطاقة الشخصية القومي المدني nin',
  id: 'id ids identifier identifiant uid uuid code ref reference المعرف معرف الرمز رمز الكود كود matricule',
  number: 'no number numbers num nr nbr numero num n رقم الرقم ارقام عدد',
  sequence:
    'serial sequence seq index row rowid rownum line item sn sno تسلسل التسلسل متسلسل المتسلسل مسلسل المسلسل تسلسلي التسلسلي م ت ordre rang ر تعداد ترقيم',
  recordWord:
    'unique rec record entry file case dossier list page batch form سجل ملف القضية قضية الإضبارة اضبارة الصفحة صفحة القائمة قائمة الاستمارة استمارة الدفتر دفتر الخانة خانة القيد قيد المعاملة الدعوى',
  /** How somebody can be reached. */
  reach:
    'phone phones telephone telephones tel mobile cellphone email mail whatsapp viber telegram signal facebook messenger portable courriel هاتف الهاتف هاتفه هواتف تلفون التلفون تليفون موبايل الموبايل جوال الجوال محمول المحمول واتساب واتس ايميل الإيميل البريد بريد فيسبوك تلغرام',
  text: 'note notes remark remarks comment comments description details detail info information observation observations remarque remarques commentaire commentaires cell url link links photo image picture source sources nationality nationalite religion confession sect ethnicity ethnie profession occupation job work trade education studies height weight blood eyes hair clothes clothing marks tattoo distinguishing injury injuries diagnosis cause reason charge charges accusation sentence verdict court circumstances story language rank unitname military evidence document documents certificate doctor time hour postcode postal zip latitude longitude coordinates type kind accuser metier emploi motif raison langue preuve heure duree duration period fonction ملاحظات ملاحظة الملاحظات الملاحظة صورة الصورة الصور صور المصدر مصدر الجنسية جنسية الديانة ديانة الدين الطائفة المذهب المهنة مهنة مهنته العمل عمل الوظيفة وظيفة التعليم الدراسة المؤهل الطول الوزن الزمرة اللباس الملابس العلامات الوصف وصف تفاصيل التفاصيل الاصابة اصابة التشخيص السبب سبب أسباب التهمة تهمة الحكم حكم المحكمة محكمة الظروف ظروف القصة اللغة الرتبة رتبة الوثيقة وثيقة الوثائق وثائق شهادة الطبيب الساعة ساعة الوقت وقت المدة مدة رابط الرابط معلومات العلامة حساب',
} as const;

export type Notion = keyof typeof WORDS;

const NOTIONS_OF: ReadonlyMap<string, readonly Notion[]> = (() => {
  const notions = new Map<string, Notion[]>();
  for (const [notion, words] of Object.entries(WORDS) as [Notion, string][])
    for (const word of words.split(' ')) {
      const folded = foldWord(word);
      const found = notions.get(folded);
      if (!found) notions.set(folded, [notion]);
      else if (!found.includes(notion)) found.push(notion);
    }
  return notions;
})();

/** What one folded word may mean in a header. */
export const notionsOf = (word: string): readonly Notion[] => NOTIONS_OF.get(word) ?? [];

/** Letters that are written in several ways made one; the Arabic article taken off. */
export function foldWord(word: string): string {
  const folded = word
    .normalize('NFKD')
    .replace(/[\p{M}\u0640\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/^(?:ال)?والدة$|^الوالده$/, 'والدت') // his father, والده, is not the mother, والدة
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىئیي]/g, 'ي')
    .replace(/ؤ/g, 'و')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك');
  return folded.length > 4
    ? folded.replace(/^(?:بال|فال|كال|لل|ال)(?=..)/, '')
    : folded.replace(/^ال(?=..)/, '');
}

/** `dateOfBirth`, `date_of_birth`, `DATE OF BIRTH`, `تاريخ_الولادة` → folded words. */
export function wordsOfHeader(header: string): readonly string[] {
  const words = header
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[/+&]| - /g, ' و ')
    .replace(/['’`]s\b/giu, '')
    .split(/[^\p{L}\p{M}\p{Cf}\u0640]+/u)
    .filter((word) => word !== '')
    .map(foldWord)
    .filter((word) => word !== '');
  return words.flatMap((word) => withoutConjunction(word) ?? partsOfCompound(word) ?? [word]);
}

/** «والكنية» → «و» and «كنية»; «والد» stays, being a word itself. */
function withoutConjunction(word: string): readonly string[] | undefined {
  if (!word.startsWith('و') || NOTIONS_OF.has(word)) return undefined;
  const rest = foldWord(word.slice(1));
  return NOTIONS_OF.has(rest) ? ['و', rest] : undefined;
}

/** `dateofbirth`, `fathername`, `lastname`: a Latin word made of known ones. */
function partsOfCompound(word: string): readonly string[] | undefined {
  if (NOTIONS_OF.has(word) || !/^[a-z]{6,30}$/.test(word)) return undefined;
  for (let cut = word.length - 2; cut >= 2; cut--) {
    const head = word.slice(0, cut);
    if (!NOTIONS_OF.has(head) && !JOINTS.has(head)) continue;
    const tail = word.slice(cut);
    if (NOTIONS_OF.has(tail)) return [head, tail];
    const rest = partsOfCompound(tail);
    if (rest) return [head, ...rest];
    for (const joint of JOINTS)
      if (tail.startsWith(joint) && NOTIONS_OF.has(tail.slice(joint.length)))
        return [head, tail.slice(joint.length)];
  }
  return undefined;
}

const JOINTS: ReadonlySet<string> = new Set(['of', 'de', 'du', 'the', 'la', 'le']);
