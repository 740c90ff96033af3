/** Made-up articles for the benches: sentences of an invented event, drawn with a fixed seed; some copied, some edited. */

const PEOPLE = [
  'Amal Sader',
  'Rami Koury',
  'Lina Haddad',
  'Omar Nassif',
  'Huda Barakat',
  'Sami Daher',
  'Nour Aziz',
];
const GROUPS = [
  'Harbour Watch',
  'the Valley Council',
  'the Marj Relief Group',
  'the Alma Governorate',
  'the Lawyers Table',
];
const PLACES = [
  'Marj Prison',
  'Alma',
  'the Old Mill hospital',
  'North Valley',
  'Saffron Square',
  'Camp Cedar',
];
const DOERS = [
  'rescuers',
  'families',
  'volunteers',
  'guards',
  'former prisoners',
  'officials',
  'doctors',
  'lawyers',
];
const DEEDS = [
  'searched the lower floors',
  'opened the locked doors',
  'read the registers',
  'carried out the wounded',
  'waited at the gate',
  'copied the lists of names',
  'drilled into the concrete',
  'followed the water pipes',
];
const ENDS = [
  'for the third day',
  'until late in the evening',
  'with borrowed tools',
  'without any map',
  'in heavy rain',
  'under the eyes of a crowd',
  'before the power failed',
  'after a call from a neighbour',
];
const WORDS =
  'stone lantern orchard ledger copper window bridge ladder signal harbour cotton engine market shepherd corridor basin marble paper winter kettle thunder meadow anchor violet timber saddle'.split(
    ' ',
  );

/** A small generator with a seed: the same articles every time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)]!;

export function sentence(random: () => number): string {
  const noise = `${pick(random, WORDS)} ${pick(random, WORDS)} ${pick(random, WORDS)} ${pick(random, WORDS)}`;
  const count = Math.floor(random() * 5000) + 3;
  switch (Math.floor(random() * 7)) {
    case 0:
      return `${pick(random, PEOPLE)} said that ${pick(random, DOERS)} ${pick(random, DEEDS)} near the ${noise} ${pick(random, ENDS)}.`;
    case 1:
      return `According to ${pick(random, GROUPS)}, about ${count} prisoners were freed from ${pick(random, PLACES)} by the ${noise}.`;
    case 2:
      return `“The ${noise} was gone and ${pick(random, DOERS)} ${pick(random, DEEDS)},” ${pick(random, PEOPLE)} told reporters.`;
    case 3:
      return `More than ${count} people are believed to be held below ${pick(random, PLACES)}, beside the ${noise}, ${pick(random, ENDS)}.`;
    case 4:
      return `In ${pick(random, PLACES)}, ${pick(random, DOERS)} ${pick(random, DEEDS)} past the ${noise} ${pick(random, ENDS)}.`;
    case 5:
      return `${pick(random, GROUPS)} has not verified the figure of ${count}, and the ${noise} could not be reached.`;
    default:
      return `By evening ${pick(random, DOERS)} with a ${noise} ${pick(random, DEEDS)} ${pick(random, ENDS)}.`;
  }
}

/** An article of about `characters`, in paragraphs of two sentences. */
export function article(random: () => number, characters: number): string {
  const paragraphs: string[] = [];
  let length = 0;
  while (length < characters) {
    const paragraph = `${sentence(random)} ${sentence(random)}`;
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join('\n\n');
}
