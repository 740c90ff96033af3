/**
 * Words that reports from the field use for one another, English and Arabic in one line, so that "inmates stuck below
 * ground" and «معتقلون عالقون تحت الأرض» can be seen to say alike. A line is a notion, not a translation: what a reader
 * would not count as another statement stands together.
 */
const NOTIONS = `
prisoner prisoners inmate inmates detainee detainees captive captives internee hostage hostages معتقل معتقلون معتقلين معتقلا سجين سجناء سجينا محتجز محتجزون محتجزين موقوف موقوفين نزلاء أسرى
prison jail gaol penitentiary سجن سجون
trapped stuck locked confined sealed entombed imprisoned shut عالق عالقون عالقين محاصر محاصرين محبوس محبوسين
underground subterranean beneath below basement basements bunker bunkers cellar cellars subfloor deep أرض تحت قبو أقبية سراديب سرداب
hidden secret concealed undiscovered unseen سري سرية مخفي مخفية خفي
cell cells dungeon dungeons chamber chambers dormitory room rooms زنزانة زنازين غرفة غرف مهجع مهاجع
floor floors level levels storey storeys story stories طابق طوابق
door doors gate gates entrance entrances hatch باب أبواب بوابة مدخل مداخل
code codes passcode passcodes keypad keypads combination electronic electronically رمز رموز إلكتروني إلكترونية
tunnel tunnels passage passages corridor corridors shaft shafts نفق أنفاق ممر ممرات
choke choking suffocate suffocating suffocation asphyxiate ventilation oxygen airless air يختنق يختنقون اختناق تهوية هواء أكسجين
free freed freeing release released releasing liberate liberated liberation liberating أفرج إفراج أطلق إطلاق تحرير حرر خرج خرجوا المفرج
escape escaped fled flee fleeing فر هرب فرار
search searched searching hunt hunting comb combed investigate investigating investigation look looking بحث يبحث تفتيش فتش فتشت
find found finding discover discovered uncovered locate located عثر العثور وجد اكتشف
break breaking smash smashing drill drilling dig digging hammer hammers sledgehammer sledgehammers concrete cement wall walls hole holes حفر يحفر كسر خلع جدار جدران
team teams crew crews unit units squad فريق فرق وحدة وحدات
rescuer rescuers rescue responder responders emergency إنقاذ منقذ منقذون إسعاف طوارئ
dog dogs canine k9 كلاب كلب
guide guides layout plan plans map مخطط خريطة دليل
kill killed killing slain murdered dead death deaths died die dying perish perished قتل قتلى مقتل توفي توفوا مات وفاة موت
execute executed execution executions hang hanged hanging أعدم إعدام إعدامات شنق
torture tortured beaten beating abuse abused abuses mistreatment ill-treatment تعذيب عذب ضرب انتهاكات
starve starvation hunger food تجويع جوع طعام
crowded overcrowded overcrowding crammed cramped packed مكتظ مكتظة اكتظاظ
body bodies corpse corpses remains جثة جثث جثمان جثامين رفات
grave graves buried burial مقبرة مقابر قبر دفن
family families relative relatives mother mothers father parents أهالي أهل عائلة عائلات ذوو ذوي أم أب
missing disappeared vanished unaccounted forcibly مفقود مفقودين مفقودون اختفى مختفين
list lists register registers ledger ledgers records file files document documents قائمة قوائم سجل سجلات وثيقة وثائق ملف ملفات دفتر دفاتر
hospital hospitals clinic مشفى مستشفى
guard guards jailer jailers warden حارس حراس سجان سجانين
rebel rebels insurgent insurgents fighter fighters opposition forces مقاتل مقاتلون ثوار معارضة فصائل
regime government authorities state officials نظام حكومة سلطات مسؤولون
flee fled left departed refuge asylum haven غادر لجوء
crash crashed accident wreck تحطم تحطمت سقوط حادث
plane aircraft aeroplane airplane jet flight طائرة
reward bounty offer offered offering مكافأة
photograph photographs photo photos picture pictures صورة صور
woman women female females امرأة نساء
child children infant infants baby babies toddler طفل أطفال رضيع
end ended ending conclude concluded concludes close closed انتهى انتهاء أنهى اختتم
overthrow overthrown topple toppled ousted fallen fell fall oust سقط إسقاط أطاح
baseless fabricated untrue false fake unfounded كاذب كاذبة ملفق ملفقة باطل
hurt injured wounded injury wounds جريح جرحى مصاب مصابين أصيب
notorious feared infamous dreaded سيئ الصيت
known dubbed labelled labeled nicknamed called described يعرف المعروف يسمى يوصف
rumour rumours rumor rumors speculation شائعة شائعات إشاعة
fear fears feared concern concerns worry worries worried afraid مخاوف خشية خوف
`;

/** Each word's notion, named by the first word of its line. A word stands in one line only: the first. */
export function notionsOf(stem: (word: string) => string): ReadonlyMap<string, string> {
  const notions = new Map<string, string>();
  for (const line of NOTIONS.trim().split('\n')) {
    const words = line.split(' ');
    for (const word of words) {
      const key = stem(word);
      if (!notions.has(key)) notions.set(key, `~${words[0]}`);
    }
  }
  return notions;
}
