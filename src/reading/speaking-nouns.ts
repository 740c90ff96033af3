const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Roles that stand before or for a person's name. */
export const ROLE = words(
  'president minister spokesman spokeswoman spokesperson director chief head commander general colonel mayor governor doctor dr mr mrs ms sen senator rep gov secretary official lawyer activist professor prof judge captain sergeant prosecutor nurse teacher father mother brother sister son daughter leader king prince sheikh former senior deputy',
);

export const ORGANISATION = words(
  'international amnesty watch rights nations front movement cross crescent crews teams forces group organisation organization association agency ministry company committee council commission network centre center office department force forces service institute foundation union party government authority authorities governorate coalition alliance army police court helmets defence defense charity watchdog monitor observatory campaign team league society board administration bureau rescue civil relief hospital university municipality directorate brigade منظمة وزارة هيئة رابطة لجنة حكومة إدارة محافظة جمعية مؤسسة شبكة مركز وكالة الدفاع الإنقاذ قيادة مجلس',
);

export const PLURAL_PEOPLE = words(
  'rebels insurgents prisoners inmates detainees families residents witnesses officials activists relatives people men women survivors authorities rescuers volunteers doctors groups advocates critics experts some others many مصادر ناشطون شهود مسؤولون معتقلون سجناء أهالي سكان متطوعون متطوعين',
);

/** A common noun for somebody or some body that speaks. */
export const isSpeakingNoun = (lower: string): boolean =>
  ROLE.has(lower) || ORGANISATION.has(lower) || PLURAL_PEOPLE.has(lower);
