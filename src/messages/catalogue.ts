/** One sentence in both languages, in ICU MessageFormat. Written twice, not translated word for word. */
export interface Bilingual {
  readonly en: string;
  readonly ar: string;
}
export type Language = 'en' | 'ar';
export type Catalogue = Readonly<Record<string, Bilingual>>;
