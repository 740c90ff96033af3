const WORDS: ReadonlyMap<string, 'male' | 'female'> = new Map([
  ...'m male man men boy masculin masculine homme hommes garçon garcon h ذكر ذكور رجل رجال شاب ولد صبي طفل ذ مذكر السيد'
    .split(' ')
    .map((word): [string, 'male'] => [word, 'male']),
  ...'f female woman women girl féminin feminin féminine feminine femme femmes fille w أنثى انثى أنثي انثي اناث إناث أنثا انثا امرأة إمرأة امراة مرأة فتاة بنت سيدة شابة طفلة مؤنث السيدة ث'
    .split(' ')
    .map((word): [string, 'female'] => [word, 'female']),
]);

/** A word for a sex, in Arabic, English or French. */
export const readSex = (value: string): 'male' | 'female' | undefined =>
  WORDS.get(value.toLowerCase().replace(/[.\s]+$/, ''));
