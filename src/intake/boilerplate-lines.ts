import type { DropReason } from '../model/index.ts';
import { readMoment } from './read-moment.ts';

/**
 * Lines that a page puts around a report, in English, Arabic and French, as whole lines: a sentence that begins with
 * "share" is a sentence. Where a line is not plainly one of these it is kept: a caption too many costs less than a claim.
 */
const WHOLE_LINES: readonly (readonly [DropReason, readonly string[]])[] = [
  [
    'share-buttons',
    [
      'share( this)?( article| story| page| post)?( on.{0,40})?( via)?|share (on|via) \\w+|shares?|tweet|retweet|post|pin it|print( this)?( page| article)?|copy( the)? link|link copied!?|save( article| for later)?|bookmark|email( this)?|e-mail|comments?( \\(?\\d+\\)?)?|\\d+ (comments|shares|likes|views)|(view|leave|post) (a )?comments?|follow( us)?( on.{0,40})?|like us on.{0,30}|listen( to this article)?|text size|font size|a[-+]',
      'x|facebook|twitter|whatsapp|telegram|linkedin|reddit|instagram|youtube|tiktok|messenger|pinterest|rss|threads|bluesky|(facebook|twitter|x|whatsapp|telegram|linkedin|email|e-mail|print|copy link|messenger|reddit|pinterest)([\\s|·,/]+(facebook|twitter|x|whatsapp|telegram|linkedin|email|e-mail|print|copy link|messenger|reddit|pinterest))+',
      'شارك( (هذا|هذه))?( (الخبر|المقال|المقالة|التقرير|القصة|الصفحة))?( على.{0,40})?:?|مشاركة( (الخبر|المقال))?|شاركها|انشر|غرد|تغريد|طباعة|اطبع|نسخ الرابط|تم نسخ الرابط|حفظ|احفظ المقال|تعليقات?( \\(?\\d+\\)?)?|أضف تعليقا?ً?|اترك تعليقا?ً?|التعليقات|تابعنا( على.{0,40})?|تابعونا( على.{0,40})?|استمع( إلى المقال)?|حجم الخط|فيسبوك|تويتر|إكس|اكس|واتساب|واتس ?آب|تلغرام|تيليغرام|تليجرام|انستغرام|إنستغرام|يوتيوب|لينكد ?إن|البريد الإلكتروني',
      'partager( (cet article|sur.{0,40}))?|imprimer|commenter|commentaires?|suivez[- ]nous.{0,40}|envoyer par e?-?mail|copier le lien',
    ],
  ],
  [
    'promotion',
    [
      'advertisement|advertisment|advert|ads?|sponsored( content)?|promoted|paid (post|content)|continue reading( below)?|story continues below( advertisement)?|article continues (below|after).{0,40}|scroll (down )?to continue.{0,40}|skip (past )?(newsletter|advert|ad).{0,40}|remove ads',
      'subscribe( (now|today|here|to .{0,60}))?|sign up( (now|here|for .{0,60}|to .{0,60}))?|(get|join) our (free )?(newsletter|app).{0,60}|newsletter|download (our|the) app.{0,40}|register( now)?|log ?in|sign in|become a (member|subscriber).{0,40}|support (us|our (work|journalism)).{0,60}|donate( now)?',
      'إعلان|اعلان|إعلانات|محتوى (ممول|دعائي|برعاية).{0,30}|اشترك( (الآن|معنا|في .{0,60}))?|اشتركوا.{0,60}|سجل (الآن|الدخول)|تسجيل الدخول|النشرة (البريدية|الإخبارية)|حمّ?ل التطبيق.{0,40}|ادعمنا|تبرع( الآن)?|يتبع بعد الإعلان',
      "publicité|publicite|contenu sponsorisé|abonnez-vous.{0,60}|s'abonner|se connecter|s'inscrire.{0,60}|newsletter|la suite après (cette|la) publicité",
    ],
  ],
  [
    'cookie-notice',
    [
      'accept( all)?( cookies)?|reject( all)?|manage (cookies|preferences|options)|cookie (settings|preferences|policy)|(we|this (web)?site) uses? cookies.{0,400}|privacy (policy|settings)|terms (of (use|service)|and conditions)',
      'قبول( الكل)?|موافق|رفض الكل|سياسة (الخصوصية|ملفات تعريف الارتباط).{0,40}|يستخدم (هذا )?الموقع ملفات.{0,300}|نستخدم ملفات تعريف الارتباط.{0,300}',
      'tout accepter|tout refuser|accepter|gérer les cookies|ce site utilise des cookies.{0,300}|(nous|ce site) utilis(ons|e) des cookies.{0,300}',
    ],
  ],
  [
    'navigation',
    [
      'home|menu|search|close|back( to top)?|top|next|previous|prev|more|show (more|less|all)|see (more|all)|view (all|more)|load(ing)?( more)?( comments)?\\.{0,3}|skip to (main )?content|toggle navigation|sections?|click here.{0,30}|learn more|go to .{0,30}|breaking( news)?|live( updates)?|latest( news)?|world|news|politics|sport|opinion|business|\\d+ ?/ ?\\d+|\\d+ of \\d+|tags?:?|topics?:?|filed under:?.{0,60}',
      'الرئيسية|القائمة|بحث|إغلاق|اغلاق|العودة( إلى الأعلى)?|التالي|السابق|المزيد|عرض (المزيد|الكل)|اضغط هنا.{0,30}|انقر هنا.{0,30}|أخبار|الأخبار|سياسة|رياضة|اقتصاد|عاجل|مباشر|وسوم:?|الوسوم:?|كلمات (مفتاحية|دلالية):?|تحميل( المزيد)?',
      'accueil|menu|recherche(r)?|fermer|retour|suivant|précédent|voir (plus|tout)|cliquez ici.{0,30}|haut de page|en direct|mots[- ]clés:?',
    ],
  ],
  [
    'other',
    [
      '(video )?player( is)? loading\\.?|video|audio|play( video)?|pause|mute|unmute|replay|watch( (now|live|below|the video))?:?|(the )?video (can ?not|could not|cannot) be played.{0,80}|this video (is|has been).{0,60}|\\d{1,2}:\\d{2}( ?[/|] ?\\d{1,2}:\\d{2})?|loaded: [\\d.]+%|current time.{0,20}|duration.{0,20}|remaining time.{0,20}|stream type.{0,20}|captions( off)?.{0,40}|settings|fullscreen|picture-in-picture|playback rate|unable to play (media|video)\\.?|enable javascript.{0,80}|please enable.{0,80}|image( \\d+)?|photo( \\d+)?|gallery|\\d+ (photos|images)|open (image )?(in )?(gallery|modal)|all rights reserved.{0,60}|(©|copyright).{0,100}|\\*{3,}|[-_=*•·]{3,}',
      'فيديو|شاهد( الفيديو)?:?|تشغيل|صورة( \\d+)?|صور|معرض الصور|جميع الحقوق محفوظة.{0,80}|حقوق النشر.{0,80}',
      'vidéo|lecture|photo|galerie|tous droits réservés.{0,80}',
    ],
  ],
];

/** Headings of lists of other reports; what may follow on the same line belongs to them. */
const RELATED =
  /^(?:read (?:more|also|next|this)|more (?:on this(?: story)?|from .{1,40}|stories|news|like this|to read)|related(?: (?:articles?|stories|news|content|topics|links|coverage|reading|posts))?|see also|also read|recommended(?: (?:stories|reading|for you))?|most (?:read|popular|viewed|shared|commented)|trending(?: now)?|popular now|editor['’]?s['’]? (?:picks?|choice)|you (?:may|might) (?:also )?(?:like|be interested in).{0,20}|don['’]t miss|top stories|latest stories|must reads?|what to read next|from (?:our|the) (?:archive|network).{0,20}|اقرأ(?:وا)? (?:أيضا|أيضًا|أيضاً|ايضا|المزيد|كذلك)|اقرأ (?:التالي|في .{1,30})|إقرأ (?:أيضا|أيضًا|أيضاً|المزيد)|إقرأ|شاهد (?:أيضا|أيضًا|أيضاً)|طالع (?:أيضا|أيضًا|المزيد)|مواضيع (?:ذات صلة|متعلقة|مشابهة|مرتبطة)|أخبار (?:ذات صلة|متعلقة|مشابهة)|مقالات (?:ذات صلة|متعلقة|مشابهة)|ذات صلة|مواد ذات صلة|الأكثر (?:قراءة|مشاهدة|تداولا|تداولًا)|قد (?:يهمك|يعجبك)(?: أيضا| أيضًا| أيضاً)?|المزيد (?:من|حول|عن) .{1,40}|آخر الأخبار|اخترنا لكم?|[àa] lire aussi|lire (?:aussi|la suite|[ée]galement)|voir aussi|sur le m[êe]me (?:sujet|th[èe]me)|articles? (?:li[ée]s?|associ[ée]s?|similaires)|les plus lus|[àa] ne pas manquer|dans la m[êe]me rubrique)(?:\s*[:：>»|–—-]+\s*(?<rest>.*)|\s*\.{0,3})$/iu;

const PATTERNS: readonly (readonly [DropReason, RegExp])[] = WHOLE_LINES.map(([reason, parts]) => [
  reason,
  new RegExp(`^[\\s•·|>»«\\-–—*]*(?:${parts.join('|')})[\\s•·|:>»«\\-–—.!]*$`, 'iu'),
]);

/** Longer lines are sentences. */
const LONGEST = 220;

/** Whether a whole line is something around a report and not of it, and what. */
export function boilerplateOf(line: string): DropReason | undefined {
  const text = line.trim();
  if (text.length === 0 || text.length > LONGEST) return undefined;
  if (RELATED.test(text)) return 'related-news';
  for (const [reason, pattern] of PATTERNS) if (pattern.test(text)) return reason;
  return undefined;
}

/** Whether a line is the heading of a list of other reports, with nothing of it on the same line. */
export function headsRelatedNews(line: string): boolean {
  const match = RELATED.exec(line.trim());
  return match !== null && (match.groups?.rest ?? '').trim() === '';
}

/** Ends as sentences do, closing quotes and brackets after the mark included. */
export const endsAsSentence = (line: string): boolean => /[.!?…؟。][”’"'»)\]›]*$|[:،,;؛]$/u.test(line.trim());

const BYLINE =
  /^(?:by|written by|reporting by|par|بقلم|كتب|كتبت|إعداد|تحرير|تقرير|مراسل)\s*:?\s+(?:\p{L}[\p{L}.'’-]*[\s,|&،]*){1,12}$|^(?:by|par)\s+[\p{Lu}][^.!?]{2,80}(?:\d{4}|updated).{0,60}$/iu;
const CREDIT =
  /^(?:photo(?:graph|s)?|image|picture|pic|credit|source|getty(?: images)?|video|illustration|crédit|الصورة|صورة|تصوير|المصدر)\s*(?:by|credit|courtesy(?: of)?|source|de)?\s*[:/©]\s*.{1,80}$/iu;
const UPDATED =
  /^(?:(?:first |last )?(?:published|updated|modified)|posted|publié(?:e)?|mis(?:e)? à jour|نشرت?|نُشر|تاريخ النشر|آخر تحديث|تحديث)(?:\s+(?:on|at|le|في|بتاريخ))?\s*[:：]?\s+(?<when>.+)$/iu;

/** Lines about who wrote, photographed or changed something and when. */
export function creditOf(line: string): DropReason | undefined {
  const text = line.trim();
  if (text.length > 140 || text.length < 4) return undefined;
  if (CREDIT.test(text)) return 'caption';
  if (/[.!?؟…]$/.test(text)) return undefined;
  if (BYLINE.test(text)) return 'byline';
  const when = UPDATED.exec(text)?.groups?.when;
  return when !== undefined && readMoment(when) !== undefined ? 'byline' : undefined;
}
