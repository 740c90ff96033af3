/** Words of the matters that this house follows: detention, search, harm, death, release, and their places. */
export const MATTER_WORDS = new Set(
  `prison prisons prisoner prisoners jail jails jailed inmate inmates detainee detainees detained detention cell cells dungeon underground tunnel tunnels basement
  torture tortured abuse abused executed execution executions killed kill died dead death deaths body bodies grave graves corpse corpses morgue hospital hospitals injured
  wounded missing disappeared disappearance released freed liberated trapped rescue rescued rescuers search searching searched guards warden families relatives
  documents records registers list lists photographs evidence doors locks keypad passcode ventilation starvation starved food water medical medicine beaten raped
  overcrowding overcrowded hanged shot massacre evacuated displaced arrested arrest kidnapped hostages captured identified identity buried exhumed forensic dna
  asylum refuge exile fled arrived toppled looted opened closed sealed destroyed burned collapsed deployed teams reward hotline
  investigation investigations investigating operation operations leading led looting looted looters filmed filming smashing breaking broke drilling digging
  find finds found hidden secret facility rooms survivors survivor hang hangings knocking counted dug forged forgery fabricated fake untrue wrong withdraw withdrawn withdrew
  correction corrected retracted mistaken register mortuary markers gates taken
  births birth children women civilians amnesty trial sentenced convicted charged court
  سجن السجن سجون سجناء السجناء معتقل معتقلين المعتقلين معتقلون زنزانة زنازين الزنازين سري سرية أقبية أنفاق نفق تعذيب التعذيب إعدام أعدم قتل قتلى مقتل جثة جثث وفاة مات
  مقابر مشفى مستشفى جرحى مصابين مفقود مفقودين المفقودين مختفين إفراج أفرج تحرير محررين إنقاذ بحث البحث فرق أهالي عائلات وثائق سجلات قوائم أسماء صور أبواب طعام ماء
  اعتقال اعتقل هرب فر لجأ أحرق دفن رفات هوية فتح أغلق`
    .trim()
    .split(/\s+/),
);
