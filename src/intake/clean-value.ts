/**
 * A value as it is compared: without what cannot be seen, with one spelling for what looks the same. What was written
 * is kept elsewhere, word for word.
 */
export interface CleanValue {
  readonly text: string;
  /** Characters that turn the direction of text or join and part letters unseen. */
  readonly directionMarks: boolean;
  readonly controlCharacters: boolean;
}

/** Beyond Latin and basic Arabic letters, digits, common marks and single spaces inside there is something to be done. */
const TO_BE_CLEANED = /[^ -~\u0620-\u063f\u0641-\u064a]|^ | $| {2}/;

/** U+061C, zero-width marks, embeddings, overrides, isolates, fillers, the byte order mark, variation selectors. */
const INVISIBLE =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\u034f|[\ufe00-\ufe0f]|\udb40[\udc00-\udfff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
const PRESENTATION_FORMS = /[\ufb50-\ufd3d\ufd40-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]+/g;

export function cleanValue(written: string): CleanValue {
  if (!TO_BE_CLEANED.test(written)) return { text: written, directionMarks: false, controlCharacters: false };
  const visible = written.replace(INVISIBLE, '');
  const printable = visible.replace(CONTROL, '');
  const text = printable
    .replace(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .trim();
  return {
    text,
    directionMarks: visible.length !== written.length,
    controlCharacters: printable.length !== visible.length,
  };
}

/** Arabic-Indic, Persian and full-width digits as 0–9, with the Arabic marks between them. */
export function plainDigits(text: string): string {
  return /[^ -~]/.test(text) ? text.replace(/[٠-٩۰-۹０-９٫٬]/g, (digit) => PLAIN.get(digit) ?? digit) : text;
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '０１２３４５６７８９']
    .flatMap((digits) => [...digits].map((digit, value): [string, string] => [digit, String(value)]))
    .concat([
      ['٫', '.'],
      ['٬', ','],
    ]),
);

/** Words that people write where they know nothing. They are no value: two unknown fathers are not one man. */
const NOTHING: ReadonlySet<string> = new Set(
  `unknown|unkown|unknow|n/a|na|n.a.|nan|nil|null|none|not known|not available|not specified|unspecified|undefined|missing data|no data|not given|anonymous
  |inconnu|inconnue|non connu|non renseigne|non précisé|néant|sans|anonyme
  |غير معروف|غير معروفة|غير معلوم|غير معلومة|غير محدد|غير محددة|غير متوفر|غير متوفرة|غير مذكور|غير مسجل|غير موجود|مجهول|مجهولة|مجهول الهوية|مجهولة الهوية|لا يوجد|لايوجد|لا توجد|لا شيء|لا يعرف|لا نعرف|لا اعرف|لم يذكر|بدون|بلا|فارغ|لا أحد`
    .split('|')
    .map((words) => words.trim()),
);

/** Whether a clean value says that nothing is known: empty, marks alone, or one of the words for it. */
export function saysNothing(text: string): boolean {
  if (text.length === 0) return true;
  if (text.length > 24) return false;
  return (
    !/[\p{L}\p{N}]/u.test(text) ||
    /^[xX×]{2,}$/.test(text) ||
    NOTHING.has(text.toLowerCase().replace(/[?؟.]+$/, ''))
  );
}

/** `~30`, "about 30", «حوالي ٣٠», "30 env.": the mark taken off, and whether it stood there. */
export function withoutAbout(text: string): { readonly text: string; readonly about: boolean } {
  const plain = text.replace(/[\u064b-\u0652\u0640]/g, '');
  const rest = plain.replace(ABOUT, ' ').replace(/\s+/g, ' ').trim();
  return { text: rest, about: rest.length !== plain.length };
}

const ABOUT =
  /[~≈±∼]|[?؟](?=\s*$)|(?<![\p{L}])(?:about|approximately|approx\.?|around|circa|ca?\.|ca|roughly|estimated|est\.|environ|env\.?|vers|à peu près|plus ou moins|حوالي|حوالى|تقريبا|تقريباً|تقريبًا|نحو|قرابة|بحدود|في حدود|بحوالي|تقديرا|زهاء|يقارب)(?![\p{L}])/giu;
