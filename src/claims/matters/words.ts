/**
 * The words in which the press speaks of prisons that are opened, by what they stand for, English and Arabic in one
 * line. A star takes any ending. Arabic stands without vowels and articles; hamza, alif maqsura and ta marbuta are
 * folded before words are held against these. A word may stand in several lines.
 */
const WORDS = `
prisoner: prisoner* inmate* detainee* captive* internee* hostage* convict* معتقل* سجين* سجناء محتجز* موقوف* نزيل نزلاء اسري اسير
person: people person persons anyone anybody someone men women man woman survivor* victim* those others some many hundreds thousands scores dozens شخص اشخاص احد ناج ناجين ناجون رجال نساء كثيرين كثيرون مئات الاف عشرات souls soul human humans beings body bodies relatives children بشر
nobody: nobody none noone احدا no-one
held: trapped stuck locked held kept confined sealed entombed imprisoned caged detained stranded incarcerated languish* remain* alive عالق* محاصر* محبوس* محتجز* محتجزون محتجزين احياء walled immured jailed cut buried محشور* محتجزا محتجزه
left-inside: remain* still left يزال* تزال زال زالوا زالت مازال* بقي بقوا متبق*
inside: inside داخل there
below: underground subterranean beneath below underneath basement* cellar* bunker* dungeon* catacomb* crypt* تحت اسفل قبو اقبيه سرداب سراديب
under: under
building: prison jail gaol complex compound building block facility ground floor camp barracks سجن مبني ارض مجمع فرع معسكر
room: cell* room rooms chamber* dungeon* tunnel* floor floors level levels storey* stories ward wards wing wings section* vault* compartment* area areas basement* cellar* زنزانه زنازين زنزانات غرفه غرف نفق انفاق طابق طوابق قسم اقسام اجنحه جناح قبو اقبيه سرداب سراديب warren maze compartments annexe corridor corridors passage passages layer layers صندوق
hidden: hidden secret concealed undiscovered unopened undisclosed walled bricked plastered unexplored سري سريه مخفي* خفي* مفتوحه مجهول* مكتشفه sealed undetected bricked-up unmapped unrecorded مستور* مطمور*
door: door doors lock locks locked gate gates hatch entrance* باب ابواب بوابه بوابات اقفال مداخل مدخل bolt bolts padlock padlocks
code: code codes coded passcode* keypad* combination* password* electronic* pin رمز رموز برموز شيفر* شفر* الكتروني*
guard: guard guards jailer* warden* officer* staff garrison* gaoler* henchm* personnel commander* حارس حراس سجان* ضابط ضباط ضباطه عناصر حراسه gaolers screws wardress* turnkey* torturer* gunmen militiamen سجانوه سجانيه مسلحو مسلحي مسلحون warder*
fled: fled flee flees fleeing escaped bolted absconded vanished decamped فر فرت فروا فرار هرب هربوا هروب هربت deserted escape escaping slipped withdrew abandoned deserting اخلاه اخلوا اخلي انسحب* فرارهم هروبهم تواروا
left: left leave leaving departed disappeared abandoned غادر غادرت غادروا مغادره
boat: sea boat boats ferry ferries plane helicopter night friday thursday saturday sunday monday tuesday wednesday bus buses بحرا جوا
choke: chok* suffocat* asphyxia* airless اختناق* يختنق* تختنق* اختنق* smother* stifl* asphyxiation
air: air oxygen ventilation هواء اكسجين تهويه
ventilation: ventilation fan fans ventilator* تهويه مراوح
off: off cut stopped stop failed fail failing failure lack* broken broke broken-down halted dead without توقف* انقطع* انقطاع تعطل* معطل* بلا دون
running-out: run runs running ran runout نفاد ينفد نفد
search: search* hunt hunts hunting operation* mission sweep rescue بحث عمليه عمليات تفتيش بحثها عملياتها تمشيط searches dig digging sweeps
ended: end ends ended ending finish* complete completed completes conclud* closed called stopped suspended halted over wrapped انتهاء انتهت انتهي انهت انهي انهاء اختتم* اختتام اوقف* توقف* استكمال abandon* wound winding wind scaled gave given cease* call-off finished stood closing completion طوت طوي انجزت
found: find finds finding found discover* locat* uncover* unearth* recover* dug turned trace* sign sign signs exist* عثر* العثور يعثر تعثر نعثر وجد وجدت وجدنا اكتشف* اكتشاف اثر انتشل* exist existed existence وجود
no: no not never none nobody nothing neither nor n't didn't hasn't haven't isn't aren't wasn't weren't yet لم لا لن ليس ليست دون بلا عدم
except: except unless only until save الا سوي غير
break: smash* break* broke drill* hammer* sledgehammer* pound* blast* chisel* pickaxe* jackhammer* dig digs digging claw* tunnelling cutting حفر يحفر* تحفر كسر يكسر* تكسير هدم مطارق تحطيم tear* tearing tore sledge-hammer* bulldoz* prise* prying drilling cut hack*
wall: wall walls floor floors concrete cement ground stone slab slabs masonry door doors cell cells جدار جدران ارضيه خرسان* اسمنت ابواب foundation* tile tiles paving basement panel* بلاط اساسات
tool: sledgehammer* pickaxe* jackhammer* drill drills مطارق
rescuer: rescuer* rescue responder* firefighter* volunteer* team teams crew crews squad* specialists corps helmets انقاذ دفاع فرق فريق متطوع* طواقم firemen fire-fighters emergency civil-defence
team: team teams crew crews squad* unit units فرق فريق وحده وحدات طواقم brigade brigades party
sent: sent send sends sending deploy* dispatch* arriv* site take took taking joined ارسل* شارك* نشر* وصل* دفع* اوفد* dispatches rushed rush despatch* has have mobilis* mobiliz* رافق* عمل* استخدم*
dog: dog dogs canine canines k9 k-9 sniffer كلب كلاب كلبا sniffer-dogs بوليسيه
guide: guide guides guided مرشد دليل دليلا cook caretaker plumber electrician engineer طاه طاهيا طباخ مهندس
lead: led leads leading lead accompan* show shows showing shown take يرافق* ترافق* رافق* يرشد* ارشد* يقود* برفقه بمرافقه
knows: knows know familiar layout former ex worked once every detail details سابق سابقا يعرف* ملم خبير عارف تفاصيله عمل
around: around
reward: reward* bounty مكافاه مكافات
cash: cash money
offer: offer* promis* put عرض* يعرض تعرض خصص*
rebel: rebel* insurgent* fighter* opposition militia* troops forces gunm* مقاتل* مقاتلو مقاتلي ثوار فصائل معارضه قوات مسلح*
storm: storm* overran overrun burst raided اقتحم* اقتحام دهم* مداهمه stormed storms overrunning breach*
open: open opened opens opening flung entered enters enter entering blew blown seize* seized captur* took shot unlock* forced دخول دخل* فتح* سيطر* سيطره استول*
prison: prison prisons jail jails gaol gates gate locks lock doors compound base branch complex camp headquarters barracks hq سجن سجون ابواب بوابات فرع مقر معتقل معسكر
regime: regime government rule president dictator* junta dynasty state نظام حكم حكومه رئيس سلطه
fell: fell falls collaps* toppl* oust* overthr* crumbl* downfall deposed سقط سقوط سقطت اطاح* انهار* انهيار اسقاط مخلوع collapse demise
offensive: offensive* advance campaign assault push lightning هجوم حمله تقدم معركه
lasting: last* after took in of just over during استمر* دام* خلال بعد استغرق*
days: day days week weeks month months hour hours يوم يوما ايام اسبوع اسبوعين اسابيع شهر ساعه ساعات
ruler: president dictator* despot* tyrant* ruler* strongman leader minister king general رئيس ديكتاتور طاغيه حاكم وزير زعيم ruler's ousted autocrat dynast* المخلوع مخلوع
rules: ruled rule rules ruling power reign* clung throne حكم يحكم حكمه سلطه
years: year years decade decades since عام عاما اعوام سنه سنوات منذ عقد عقود عقدين
asylum: asylum refuge haven sanctuary لجوء
unseen: seen appeared whereabouts يظهر ظهر شوهد يشاهد مكان
public: public since علنا منذ للعلن
aircraft: plane helicopter aircraft jet flight طائره مروحيه طائرته مروحيته
crash: crash* downed radar vanish* disappear* shot تحطم* سقوط اسقاط اسقطت اختف*
fake: fake* forg* fabricat* novel fiction* fantasy lies lie invented invention* bogus hoax untrue baseless doctored staged unfounded false falsehood* devoid مفبرك* فبرك* ملفق* تلفيق كاذب* كذب مزور* تزوير مزيف* باطل* مختلق* زائف* concoct* made-up trickery montage nonsense مزعوم* فبركه
deny: deny denies denied denying denial reject* dismiss* disput* refut* brand* call* slam* rubbish* describ* label* discount* نفي نفت ينفي تنفي نافيا نافيه انكر* رفض* دحض* كذب* وصف* اعتبر*
accounts: account accounts claim claims allegation* accusation* report reports figure figures number numbers stories testimon* روايات روايه اتهامات مزاعم تقارير تقرير ادعاءات ارقام انباء شهادات testimony witnesses مزاعمهم
pictures: picture* photo* image* mugshot* صور صوره صورا photographs footage video videos clip film فيديو مقطع
papers: paper papers document* file files certificate* archive وثائق وثيقه ملفات اوراق مستندات ارشيف
due: due going scheduled set supposed awaiting meant slated مقرر مقررا محدد* كان موعد
hanged: hang hanged hanging hangings execute* execution* gallows noose shot اعدام اعدم* شنق* اعدامه
sleep: sleep* slept ينام* نام* نوم
shifts: shift shifts turns rota rotation تناوب* نوبات مناوبه دور
family: families family relative* mother* father* parents kin loved wives brothers sisters اهالي اهل عائل* ذوي ذوو اقارب امهات daughters relatives sister* aunt* grandmother* loved-ones اسر اسره ذووهم
gather: gather* wait waits waiting waited queue* queuing flock* camp* crowd* throng* walked walk stream* stand* outside gates descended massed vigil sit sits تجمع* انتظر* ينتظر* يفترش* تفترش* توافد* احتشد* اعتصم* يتجمع* اعتصام امام خارج slept sleep* pitched linger* keeping crouch* lin* line lined يتوافد* يبيت* يرابط* افترش* ينام*
dig: dig digs digging dug claw* scrap* shovel* spade* bare حفر يحفر* تحفر نبش
experts: expert* stop wait specialist* forensic خبراء توقف* انتظار
register: register registers ledger* logbook* registry سجل دفتر دفاتر سجلات سجلا roll rolls rollbook log logs daybook قيود كشف كشوف
grave: grave graves graveyard cemeter* burial* pit pits plot trench* posts markers مقبره مقابر قبر قبور مدفن شاهده شواهد خندق trench trenches cairn* tomb tombs حفره خنادق
grave-site: grave graves graveyard cemeter* burial* trench* fenced مقبره مقابر مدفن مسيجه mass-grave pit pits خندق حفره جماعيه
body: body bodies corpse* remains dead victim* جثه جثث جثمان جثامين جثتين رفات جثامينهم ضحايا موتي موتانا
strangled: strangl* strangulat* beating* beaten bruis* bludgeon* bullet* gunshot* خنق ضرب تعذيب كدمات طلق* throttl* garrott* lash* whip* welts ligature* كسور
burn: burn* incinerat* cremat* torch* set احرق* احراق حرق* محروق* يحرق*
archive: archive* paper papers file files document* record records ارشيف* وثائق ملفات سجلات اوراق
destroyed: burn* shred* torch* destroy* ash ashes احرق* احراق حرق* محروق* اتلف* اتلاف محترق* pulp* burnt gutted ablaze arson اضرم*
furnace: furnace* kiln* oven* crematori* incinerator* فرن افران محرقه محارق
rid: rid dispos* cremat* التخلص تخلص*
press: press
iron: iron hydraulic مكبس
crush: crush* execut* flatten* سحق*
smuggle: smuggl* spirited هرب تهريب سرب* تسريب sneaked sneak* carried brought hidden spirit* خرج* اخرج* هربه هربها
footage: footage video videos clip clips film recording* pictures images مقطع مقاطع فيديو تسجيل تسجيلات صور مصور* مشاهد
verified: verif* confirm* authenticat* corroborat* تحقق التحقق يتحقق تاكد* تثبت verification proven established genuine ascertain* يتسن
knocking: knock* tapping banging tap taps thud* طرق طرقا طرقات قرع
hear: hear hears heard hearing listen* يسمع* تسمع* سمع* اصوات صوت sounds cries moans
torture: tortur* abuse* beat* mistreat* ill-treat* تعذيب عذب* انتهاك* whip* flog* electrocut* جلد صعق
widespread: widespread systematic* routine* daily documented extensively occurrence endemic ممنهج* منهجي* منتظم* يومي* موثق*
week: week weeks month fortnight* weekly monthly اسبوع اسبوعين شهر اسبوعيا شهريا
moved: moved transfer* relocat* bussed driven transported نقل نقلوا نقلت ترحيل رحل* carted ferried hauled drove loaded trucked shipped removed marched herded evacuated رحلوا اقتادوا اقتاد* حمل*
elsewhere: elsewhere another other capital before earlier اخر اخري قبل north east south west convoy unknown abroad شمال شرق جنوب غرب مجهول*
bribe: bribe* ransom* extort* رشوه رشاوي فديه ابتز* ابتزاز kickback* ransoms middleman
paid: paid pay pays paying handed accepted gave دفع* تقاضي* قبض
officer: officer* official* guard middlem* broker* ضابط مسؤول سمسار وسيط
money: £ $ € dollar* pound* euro* lira crown* equivalent دولار* جنيه* يورو ليره ليرات
child: son sons daughter* brother* husband father boy boys girl child children ابن ابنها ابنه ابناء ابنائها ابني اخ اخي اخوها شقيق* زوج* والد* ولد* طفل* baby babies toddler* infant* minor minors underage teenager* under-18s قاصر قاصرا قاصرين قصر رضيع رضع اولاد
arrested: arrest* taken dragged detained seized abducted snatched اعتقل* اعتقال اقتيد* اوقف* خطف* اختطف*
official: officer* official* commander* director* governor* general colonel minister* chief aide* ضابط مسؤول قائد مدير لواء عميد عقيد وزير محافظ warden chief* commandant head deputy
twice: twice double* duplicat* both مرتين تكرار مكرر* مزدوج* repeat* overlap*
list: list lists names name entered قائمه قائمتين قوائم اسماء اسم الاسماء
figure: figure figures number numbers count counts toll tally total it estimate estimates رقم ارقام عدد اعداد حصيله
unknown: unknown unclear uncertain guess unsure conflict* vary varied differ* contradictory تضارب* متضارب* مجهول* معروف معلوم تختلف اختلف* تباين* disagree* agree anyone's يعرف تضارب التضارب
how-many: how number toll عدد اعداد ارقام كم
say: say says know knows tell clear official يعرف تقدير نعرف يعلم
post: post page posts tweet message claim statement منشور منشورها منشوره تغريده صفحه تدوينه بيان
deleted: delet* remov* gone erased withdrawn scrubbed vanished حذف* تحذف ازال* ازيل شطب سحب* retract* removing disappeared يحذف تزيل
several: several more two many multiple اكثر عده
one: one single واحد واحده جثه
mine: mines minefield* landmine* booby explosive* unexploded demin* لغم الغام متفجر* مفخخ* ذخائر booby-trap* tripwire* ملغوم*
freed: freed free freeing release* releas* liberat* survivor* rescued افرج* افراج مفرج محرر* تحرير خرج* ناج ناجين اطلق let walked انقاذ
ill: malnourish* emaciat* skelet* disoriented gaunt هزيل* منهك* frail weak* hospitalis* hospitaliz* starving skeletons drips weigh* هزال
loot: loot* plunder* ransack* pillag* نهب* سرق*
statue: statue* monument* portrait* bust busts تمثال تماثيل
topple: toppl* tore torn pulled smash* defac* اسقط* حطم* ازال* تحطيم
transition: transition* interim caretaker انتقالي* مؤقت* تسيير
govt: government administration council cabinet حكومه اداره مجلس
impossible: impossib* exaggerat* inflat* fantasy absurd implausib* overblown nonsense imaginary خيال خيالي مستحيل* مبالغ* ممكن معقول wildly laughable ridiculous wrong incorrect
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
taken: took take taken takes taking drove driven drive loaded load bussed carted ferried hauled trucked shipped marched herded transferred transfer* moved removed carried sent spirited vanish* disappear* نقل نقلت نقلوا نقلهم اقتاد* اقتيد* رحل* ترحيل حمل* غادرت اخذ* اخذوا
convoy: convoy* lorry lorries truck trucks bus buses column vehicles minibus* vans قافله قوافل شاحنه شاحنات حافله حافلات اليات رتل ارتال
calls: call calls calling
off-it: off
largest: largest biggest اكبر
whole: whole entire entirely every everywhere all each roof top corner metre inch both twice كامل كامله كافه جميع كل انحاء ارجاء
combed: comb* scour* searched swept checked inspect* examin* فتش* مشط* تمشيط فحص*
flood: flood* drown* inundat* غرق* يغرق* فيضان*
water: water مياه ماء
rising: fill* rise rises rising rose seep* pour* تغمر غمر* ترتفع ارتفع* تتسرب تسرب*
power: power electric* generator* current lights كهربا* كهرباء مولد مولده التيار
pump: pump pumps مضخه مضخات
minor: child children boy boys girl girls toddler* infant* baby babies underage minor minors teenager* teenagers under-age juvenile* youngest طفل اطفال اطفالا قاصر قاصرا قاصرين قصر رضع رضيع صبي
journalist: journalist* reporter* photographer* cameram* press correspondent* newspaper* صحافي* صحفي* صحافيون مصور* مصورين اعلامي*
barred: barred bar kept blocked prevented prevent* stopped forbidden refused refus* denied turned banned ban cordon* rope tape shooed منع* منعوا ابعد* ابعاد رفض* حظر*
near: near close edge approach* film* photograph* access behind enter inside entry cameras اقتراب يقترب* تصوير دخول وراء
inspector: inspector* monitor* delegat* commission* un red investigator* observer* envoy* icrc rapporteur مفتش* مراقب* وفد بعثه صليب مندوب* فرق طواقم محقق*
entry: entry access enter entering entered visit visits visiting admission admit* in away gate دخول زياره زيارات وصول
old: old older ancient antique antiques historic* decades-old disused centuries century epidemic plague fever قديم قديمه اثريه وباء عتيق*
nameless: nameless unmarked unnamed anonymous numbers-only مجهوله مجهولي
names: name names اسم اسماء
evidence-of: evidence scene records archive* site sites ادله موقع مواقع ارشيف
among: among amongst بين ضمن
two: two both
killed-in: killed slain ambush* assassinat* قتل مقتل اغتيال
vanish: vanish* gone missing disappear* اختف* اختفاء
formed: form* name* appoint* sworn swear head* lead* took take* charge power run* until شكل* تشكيل كلف* تكليف تولي تولت يتولي تسلم*
could: could may might believed thought feared said يعتقد قد ربما يخشي
all-of: all every everyone each جميع جميعا جميعهم كل كلهم كافه
them: them whom prisoner* inmate* detainee* captive*
went-home: home homes بيوتهم منازلهم اهلهم ذويهم
preserve: preserv* safeguard* protect* secure securing evidence intact حفظ حمايه صون صيانه ادله الادله
trial: trial trials court courts tribunal* prosecut* justice indict* محاكمه محاكم محكمه قضاء محاسبه مقاضاه
amnesty: amnest* عفو
curfew: curfew* تجوال تجول
celebrate: celebrat* cheer* danc* rejoic* fireworks احتفال* احتفل* يحتفل* زغاريد
funeral: funeral* جنازه جنائز تشييع شيع* شيعت
memory-lost: forgot* forgotten amnesia remember recall نسي فقدان يتذكر
own-name: name names memory ذاكره اسمه
noose: noose* rope ropes gallows shackle* manacle* chains instruments tools مشنقه مشانق حبال سلاسل ادوات اصفاد
uniform: uniform* fatigues بزه بزات زي ازياء
discarded: discard* shed ditched changed swapped thrown left خلع* تخل* رمي رمو بدل*
jam: jam jams jammed jamming tailback* gridlock* traffic queue queues standstill زحمه ازدحام* اختناقات طوابير
road: road roads route motorway highway cars traffic vehicles طريق طرق سيارات سير
hospital: hospital hospitals clinic* ward wards مستشفي مستشفيات مشفي مشافي
swamped: swamped overwhelm* overrun overflow* stretched full capacity مكتظ* يكتظ* اكتظ* تغص
dna: dna genetic جينيه نووي وراثي
body-of: body bodies corpse* remains dead victims جثه جثث رفات جثامين ضحايا
strewn: strewn scatter* litter* trampl* lay lying piled blowing مبعثر* متناثر* تناثر*
charge: charge charges charged trial tried court judge lawyer تهمه محاكمه قاض محام
names-called: read called call calling roll list نودي نادوا ينادون تلا تلوا قراوا يقراون
rowed: rowed rowing row backed backtrack*
back: back
exile: exile exiled منفي المنفي
run: run ran runs pulled slipped took made melted
out-away: away off out
retract: retract* withdr* backtrack* corrected correction revised تراجع* سحب* صحح* تصحيح عدل*
preliminary: preliminary impression indication* indications provisional incomplete early اولي اوليه
confused: confused confuse confusing خلطت خلطوا conflat* mistook mistaken misread التبس* التباس
starve: starv* hunger hungry famish* underfed جوع جياع مجاعه تجويع
crammed: cram* pack* squeez* crowded overcrowd* huddl* stuffed يكدس* تكدس* مكدس* حشر* يحشر* مكتظ* اكتظاظ
carry: carry carried carrying haul* drag* lift* نحمل يحمل* حمل* جر
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
  // "Its experts": what is joined behind.
  for (const form of [...forms])
    if (form.length > 4) add(form.replace(/(?:ها|هم|هما|نا|ه)$/u, '').replace(/اي$/u, 'اء'));
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
