/**
 * The words in which the press speaks of prisons that are opened, by what they stand for, English and Arabic in one
 * line. A star takes any ending. Arabic stands without vowels and articles; hamza, alif maqsura and ta marbuta are
 * folded before words are held against these. A word may stand in several lines.
 */
const WORDS = `
prisoner: prisoner* inmate* detainee* captive* internee* hostage* convict* معتقل* سجين* سجناء محتجز* موقوف* نزيل نزلاء اسري اسير
person: people person persons anyone anybody someone men women man woman survivor* victim* those others some many hundreds thousands scores dozens شخص اشخاص احد ناج ناجين ناجون رجال نساء كثيرين كثيرون مئات الاف عشرات
nobody: nobody none noone احدا
held: trapped stuck locked held kept confined sealed entombed imprisoned caged detained stranded incarcerated languish* remain* alive عالق* محاصر* محبوس* محتجز* محتجزون محتجزين احياء
left-inside: remain* still left يزال* تزال زال زالوا زالت مازال* بقي بقوا متبق*
inside: inside داخل
below: underground subterranean beneath below underneath basement* cellar* bunker* dungeon* catacomb* crypt* تحت اسفل قبو اقبيه سرداب سراديب
under: under
building: prison jail gaol complex compound building block facility ground floor camp barracks سجن مبني ارض مجمع فرع معسكر
room: cell* room rooms chamber* dungeon* tunnel* floor floors level levels storey* stories ward wards wing wings section* vault* compartment* area areas basement* cellar* زنزانه زنازين زنزانات غرفه غرف نفق انفاق طابق طوابق قسم اقسام اجنحه جناح قبو اقبيه سرداب سراديب
hidden: hidden secret concealed undiscovered unopened undisclosed walled bricked plastered unexplored سري سريه مخفي* خفي* مفتوحه مجهول* مكتشفه
door: door doors lock locks locked gate gates hatch entrance* باب ابواب بوابه بوابات اقفال مداخل مدخل
code: code codes coded passcode* keypad* combination* password* electronic* pin رمز رموز برموز شيفر* شفر* الكتروني*
guard: guard guards jailer* warden* officer* staff garrison* gaoler* henchm* personnel commander* حارس حراس سجان* ضابط ضباط ضباطه عناصر حراسه
fled: fled flee flees fleeing ran escaped bolted absconded vanished decamped فر فرت فروا فرار هرب هربوا هروب هربت
left: left leave leaving departed disappeared abandoned غادر غادرت غادروا مغادره
boat: sea boat boats ferry ferries plane helicopter night friday thursday saturday sunday monday tuesday wednesday bus buses بحرا جوا
choke: chok* suffocat* asphyxia* airless اختناق* يختنق* تختنق* اختنق*
air: air oxygen ventilation هواء اكسجين تهويه
ventilation: ventilation fan fans ventilator* تهويه مراوح
off: off cut stopped stop failed fail failing failure lack* broken broke broken-down halted dead without توقف* انقطع* انقطاع تعطل* معطل* بلا دون
running-out: run runs running ran runout نفاد ينفد نفد
search: search* hunt hunts hunting operation* mission sweep rescue بحث عمليه عمليات تفتيش بحثها عملياتها تمشيط
ended: end ends ended ending finish* complete completed completes conclud* closed called stopped suspended halted over wrapped انتهاء انتهت انتهي انهت انهي انهاء اختتم* اختتام اوقف* توقف* استكمال
found: find finds finding found discover* locat* uncover* unearth* recover* dug turned trace* sign sign signs exist* عثر* العثور يعثر تعثر نعثر وجد وجدت وجدنا اكتشف* اكتشاف اثر انتشل*
no: no not never none nobody nothing neither nor n't didn't hasn't haven't isn't aren't wasn't weren't yet لم لا لن ليس ليست دون بلا عدم
except: except unless only until save الا سوي غير
break: smash* break* broke drill* hammer* sledgehammer* pound* blast* chisel* pickaxe* jackhammer* dig digs digging claw* tunnelling cutting حفر يحفر* تحفر كسر يكسر* تكسير هدم مطارق تحطيم
wall: wall walls floor floors concrete cement ground stone slab slabs masonry door doors cell cells جدار جدران ارضيه خرسان* اسمنت ابواب
tool: sledgehammer* pickaxe* jackhammer* listening radar drill drills sonar مطارق رادار
rescuer: rescuer* rescue responder* firefighter* volunteer* team teams crew crews squad* specialists corps helmets انقاذ دفاع فرق فريق متطوع* طواقم
team: team teams crew crews squad* unit units فرق فريق وحده وحدات طواقم
sent: sent send sends sending deploy* dispatch* arriv* site take took taking joined ارسل* شارك* نشر* وصل* دفع* اوفد*
dog: dog dogs canine canines k9 k-9 sniffer كلب كلاب كلبا
guide: guide guides guided مرشد دليل دليلا
lead: led leads leading lead accompan* show shows showing shown take يرافق* ترافق* رافق* يرشد* ارشد* يقود* برفقه بمرافقه
knows: knows know familiar layout former ex worked once every detail details سابق سابقا يعرف* ملم خبير عارف تفاصيله عمل
around: around
reward: reward* bounty مكافاه مكافات
cash: cash money
offer: offer* promis* put عرض* يعرض تعرض خصص*
rebel: rebel* insurgent* fighter* opposition militia* troops forces gunm* مقاتل* مقاتلو مقاتلي ثوار فصائل معارضه قوات مسلح*
storm: storm* overran overrun burst raided اقتحم* اقتحام دهم* مداهمه
open: open opened opens opening flung entered enters enter entering blew blown seize* seized captur* took shot unlock* forced دخول دخل* فتح* سيطر* سيطره استول*
prison: prison prisons jail jails gaol gates gate locks lock doors compound base branch complex camp headquarters barracks hq سجن سجون ابواب بوابات فرع مقر معتقل معسكر
regime: regime government rule president dictator* junta dynasty state نظام حكم حكومه رئيس سلطه
fell: fell falls collaps* toppl* oust* overthr* crumbl* downfall deposed سقط سقوط سقطت اطاح* انهار* انهيار اسقاط مخلوع
offensive: offensive* advance campaign assault push lightning هجوم حمله تقدم معركه
lasting: last* after took in of just over during استمر* دام* خلال بعد استغرق*
days: day days week weeks month months hour hours يوم يوما ايام اسبوع اسبوعين اسابيع شهر ساعه ساعات
ruler: president dictator* despot* tyrant* ruler* strongman leader minister king general رئيس ديكتاتور طاغيه حاكم وزير زعيم
rules: ruled rule rules ruling power reign* clung throne حكم يحكم حكمه سلطه
years: year years decade decades since عام عاما اعوام سنه سنوات منذ عقد عقود عقدين
asylum: asylum refuge haven sanctuary لجوء
unseen: seen appeared whereabouts يظهر ظهر شوهد يشاهد مكان
public: public since علنا منذ للعلن
aircraft: plane helicopter aircraft jet flight طائره مروحيه طائرته مروحيته
crash: crash* downed radar vanish* disappear* shot تحطم* سقوط اسقاط اسقطت اختف*
fake: fake* forg* fabricat* novel fiction* fantasy lies lie invented invention* bogus hoax untrue baseless doctored staged unfounded false falsehood* devoid مفبرك* فبرك* ملفق* تلفيق كاذب* كذب مزور* تزوير مزيف* باطل* مختلق* زائف*
deny: deny denies denied denying denial reject* dismiss* disput* refut* brand* call* slam* rubbish* describ* label* discount* نفي نفت ينفي تنفي نافيا نافيه انكر* رفض* دحض* كذب* وصف* اعتبر*
accounts: account accounts claim claims allegation* accusation* report reports figure figures number numbers stories testimon* روايات روايه اتهامات مزاعم تقارير تقرير ادعاءات ارقام انباء شهادات
pictures: picture* photo* image* mugshot* صور صوره صورا
papers: paper papers document* file files certificate* archive وثائق وثيقه ملفات اوراق مستندات ارشيف
due: due going scheduled set supposed awaiting meant slated مقرر مقررا محدد* كان موعد
hanged: hang hanged hanging hangings execute* execution* gallows noose shot اعدام اعدم* شنق* اعدامه
sleep: sleep* slept ينام* نام* نوم
shifts: shift shifts turns rota rotation تناوب* نوبات مناوبه دور
family: families family relative* mother* father* parents kin loved wives brothers sisters اهالي اهل عائل* ذوي ذوو اقارب امهات
gather: gather* wait waits waiting waited queue* queuing flock* camp* crowd* throng* walked walk stream* stand* outside gates descended massed vigil sit sits تجمع* انتظر* ينتظر* يفترش* تفترش* توافد* احتشد* اعتصم* يتجمع* اعتصام امام خارج
dig: dig digs digging dug claw* scrap* shovel* spade* bare حفر يحفر* تحفر نبش
experts: expert* stop wait specialist* forensic خبراء توقف* انتظار
register: register registers ledger* logbook* registry سجل دفتر دفاتر سجلات سجلا
grave: grave graves graveyard cemeter* burial* pit pits plot trench* posts markers مقبره مقابر قبر قبور مدفن شاهده شواهد خندق
grave-site: grave graves graveyard cemeter* burial* trench* fenced مقبره مقابر مدفن مسيجه
body: body bodies corpse* remains dead victim* جثه جثث جثمان جثامين جثتين رفات جثامينهم ضحايا موتي موتانا
strangled: strangl* strangulat* beating* beaten bruis* bludgeon* bullet* gunshot* خنق ضرب تعذيب كدمات طلق*
burn: burn* incinerat* cremat* torch* set احرق* احراق حرق* محروق* يحرق*
archive: archive* paper papers file files document* record records ارشيف* وثائق ملفات سجلات اوراق
destroyed: burn* shred* torch* destroy* ash ashes احرق* احراق حرق* محروق* اتلف* اتلاف محترق*
furnace: furnace* kiln* oven* crematori* incinerator* فرن افران محرقه محارق
rid: rid dispos* cremat* التخلص تخلص*
press: press
iron: iron hydraulic مكبس
crush: crush* execut* flatten* سحق*
smuggle: smuggl* spirited هرب تهريب سرب* تسريب
footage: footage video videos clip clips film recording* pictures images مقطع مقاطع فيديو تسجيل تسجيلات صور مصور* مشاهد
verified: verif* confirm* authenticat* corroborat* تحقق التحقق يتحقق تاكد* تثبت
knocking: knock* tapping banging tap taps thud* طرق طرقا طرقات قرع
hear: hear hears heard hearing listen* يسمع* تسمع* سمع* اصوات صوت
torture: tortur* abuse* beat* mistreat* ill-treat* تعذيب عذب* انتهاك*
widespread: widespread systematic* routine* daily documented extensively occurrence endemic ممنهج* منهجي* منتظم* يومي* موثق*
every: every each per twice weekly monthly fortnight* كل اسبوعيا شهريا مرتين
week: week weeks month fortnight* weekly monthly اسبوع اسبوعين شهر اسبوعيا شهريا
moved: moved transfer* relocat* bussed driven transported نقل نقلوا نقلت ترحيل رحل*
elsewhere: elsewhere another other capital before earlier اخر اخري قبل
bribe: bribe* ransom* extort* رشوه رشاوي فديه ابتز* ابتزاز
paid: paid pay pays paying handed accepted gave دفع* تقاضي* قبض
officer: officer* official* guard middlem* broker* ضابط مسؤول سمسار وسيط
money: £ $ € dollar* pound* euro* lira crown* equivalent دولار* جنيه* يورو ليره ليرات
child: son sons daughter* brother* husband father boy boys girl child children ابن ابنها ابنه ابناء ابنائها ابني اخ اخي اخوها شقيق* زوج* والد* ولد* طفل*
arrested: arrest* taken dragged detained seized abducted snatched اعتقل* اعتقال اقتيد* اوقف* خطف* اختطف*
official: officer* official* commander* director* governor* general colonel minister* chief aide* ضابط مسؤول قائد مدير لواء عميد عقيد وزير محافظ
twice: twice double* duplicat* both مرتين تكرار مكرر* مزدوج*
list: list lists names name entered قائمه قائمتين قوائم اسماء اسم الاسماء
figure: figure figures number numbers count counts toll tally total it estimate estimates رقم ارقام عدد اعداد حصيله
unknown: unknown unclear uncertain guess unsure conflict* vary varied differ* contradictory تضارب* متضارب* مجهول* معروف معلوم تختلف اختلف* تباين*
how-many: how number toll عدد اعداد ارقام كم
say: say says know knows tell clear official يعرف تقدير نعرف يعلم
post: post page posts tweet message claim statement منشور منشورها منشوره تغريده صفحه تدوينه بيان
deleted: delet* remov* gone erased withdrawn scrubbed vanished حذف* تحذف ازال* ازيل شطب سحب*
several: several more two many multiple اكثر عده
one: one single واحد واحده جثه
mine: mines minefield* landmine* booby explosive* unexploded demin* لغم الغام متفجر* مفخخ* ذخائر
freed: freed free freeing release* releas* liberat* survivor* rescued افرج* افراج مفرج محرر* تحرير خرج* ناج ناجين اطلق
ill: malnourish* emaciat* skelet* disoriented gaunt هزيل* منهك*
loot: loot* plunder* ransack* pillag* نهب* سرق*
statue: statue* monument* portrait* bust busts تمثال تماثيل
topple: toppl* tore torn pulled smash* defac* اسقط* حطم* ازال* تحطيم
transition: transition* interim caretaker انتقالي* مؤقت* تسيير
govt: government administration council cabinet حكومه اداره مجلس
impossible: impossib* exaggerat* inflat* fantasy absurd implausib* overblown nonsense imaginary خيال خيالي مستحيل* مبالغ* ممكن معقول
last-one: last final اخر
left-prison: left leave walked out emerged gone exit* غادر* خرج* اخلي اخلاء مغادره
screen: screen screens monitor monitors cctv surveillance camera cameras شاشه شاشات كاميرا كاميرات مراقبه
seen: see seen show* shows visible watch* appear* يظهر* تظهر* ظهر* مشاهد* يري رؤيه
dead: dead death deaths died die موتي قضوا قتلي ماتوا متوفين اموات وفاه متوفي
meaning: meant mean means meaning denotes تشير يشير يعني تعني
inquiry: inquiry investigation commission probe لجنه تحقيق هيئه
independent: independent* international call* demand* مستقل* دولي* طالب* مطالب*
born: born birth births ولد* ولاد* مولود* انجب*
behind: cell cells prison jail captivity bars behind custody زنزانه زنازين سجن سجون معتقل اسر
`;

const ARABIC = /\p{Script=Arabic}/u;

/** One form for spellings of one word: no vowels, one alif, one ya, one ha. */
const folded = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}|ـ/gu, '')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .replace(/[’']s?$/u, '')
    .replaceAll('’', "'");

const whole = new Map<string, string[]>();
const opening = new Map<string, string[]>();
for (const line of WORDS.trim().split('\n')) {
  const colon = line.indexOf(':');
  const name = line.slice(0, colon);
  for (const entry of line
    .slice(colon + 1)
    .trim()
    .split(' ')) {
    const index = entry.endsWith('*') ? opening : whole;
    const word = folded(entry.replace('*', ''));
    index.set(word, [...(index.get(word) ?? []), name]);
  }
}

/** What is left of an Arabic word when what is joined before it is taken off, one after the other. */
function bare(word: string): string[] {
  const forms = [word];
  const add = (form: string): void => {
    if (form.length > 1 && !forms.includes(form)) forms.push(form);
  };
  for (const joined of [/^[وف](?=.{2})/u, /^[بلك](?=.{3})/u, /^(?:ال|لل)(?=.{2})/u, /^س(?=[يتن].{3})/u])
    for (const form of [...forms]) add(form.replace(joined, ''));
  return forms;
}

/** What a word stands for. */
export function kindsOf(word: string): readonly string[] {
  const lower = folded(word.toLowerCase());
  const kinds = new Set<string>();
  for (const form of ARABIC.test(lower) ? bare(lower) : [lower]) {
    for (const kind of whole.get(form) ?? []) kinds.add(kind);
    for (let length = 2; length <= form.length; length++)
      for (const kind of opening.get(form.slice(0, length)) ?? []) kinds.add(kind);
  }
  return [...kinds];
}
