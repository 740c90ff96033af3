import { NOT_LATIN, wordClass } from './classes.ts';
import type { Token } from './tokens.ts';

/** Words of the matters that this house follows: detention, search, harm, death, release, and their places. */
const MATTER_WORDS = new Set(
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

/** Turns of phrase that judge, sum up or lead over rather than report. */
const RHETORIC =
  /\b(?:comes amid|it comes as|comes as|legacy|symboli[sz]e[sd]?|underscores?|synonymous|forever|remembered as|signals the|testament to|deals a blow|hopes rise|challenges remain|shattered nation|marks? the end|marked the end|the end of|speaks? out|spoken out|iron fist|reign of|left (?:vulnerable|shocked)|lightning (?:campaign|offensive)|notorious|infamous|one of the first)\b/i;
const ADVICE =
  /^(?:here'?s|what we know|read|watch|see|find out|click|follow|if you|for more|do you|have you|please|contact)\b/i;

/**
 * Whether an unattributed sentence without a figure is a claim that a careful reader would check: it tells of a matter
 * that is followed here, in a finite sentence, and is neither comment nor question nor lead-over.
 */
export function isCheckable(text: string, tokens: readonly Token[], hedged: boolean): boolean {
  if (tokens.length < 5 || text.endsWith('?') || text.endsWith('؟')) return false;
  if (ADVICE.test(text)) return false;
  if (!(hedged && tokens.length > 8) && !tokens.some(isOfTheMatter)) return false;
  return !RHETORIC.test(text);
}

const MATTER = wordClass(MATTER_WORDS);

const isOfTheMatter = ({ classes, lower }: Token): boolean =>
  (classes & MATTER) !== 0 ||
  ((classes & NOT_LATIN) !== 0 && /^[وفبلك]/.test(lower) && MATTER_WORDS.has(lower.slice(1)));
