import type { Catalogue } from './catalogue.ts';

/** What the page of two versions of a report says. */
export const versionMessages = {
  'versions.title': { en: 'Versions of this report', ar: 'نسخ هذا التقرير' },
  'versions.lead': {
    en: 'What the later one makes of the earlier, sentence by sentence.',
    ar: 'ما فعلته النسخة اللاحقة بالسابقة، جملة جملة.',
  },
  'versions.earlier': { en: 'Earlier', ar: 'الأسبق' },
  'versions.later': { en: 'Later', ar: 'اللاحق' },
  'versions.change': { en: 'Change', ar: 'التغيير' },
  'versions.compare': { en: 'Compare with the version of {date}', ar: 'قارن بنسخة {date}' },
  'versions.compare-file': { en: 'Compare with {file}', ar: 'قارن مع {file}' },
  'versions.counts': {
    en: '{changed, plural, =0 {Nothing changed} one {One sentence changed} other {# sentences changed}}, {kept, plural, one {one kept} other {# kept}}',
    ar: '{changed, plural, zero {لم يتغيّر شيء} one {تغيّرت جملة} two {تغيّرت جملتان} few {تغيّرت # جمل} many {تغيّرت # جملة} other {تغيّرت # جملة}}، {kept, plural, zero {ولم يبق شيء على حاله} one {وبقيت جملة} two {وبقيت جملتان} few {وبقيت # جمل} many {وبقيت # جملة} other {وبقيت # جملة}}',
  },
  'versions.show-kept': { en: 'Show what stayed', ar: 'أظهر ما بقي' },
  'versions.kept': { en: 'kept', ar: 'بقيت' },
  'versions.reworded': { en: 'reworded', ar: 'صيغت بلفظ آخر' },
  'versions.softened': { en: 'softened', ar: 'خُفّفت' },
  'versions.hardened': { en: 'hardened', ar: 'شُدّدت' },
  'versions.figure': { en: 'number changed', ar: 'تغيّر الرقم' },
  'versions.reversed': { en: 'reversed', ar: 'قُلبت' },
  'versions.dropped': { en: 'dropped', ar: 'حُذفت' },
  'versions.added': { en: 'added', ar: 'أُضيفت' },
} as const satisfies Catalogue;
