import { describe, expect, it } from 'vitest';
import { mayBeMeant } from './figures/bare.ts';
import { noneIn } from './figures/none.ts';
import { compoundFiguresIn, figuresIn } from './figures.ts';
import { tokenize } from './tokens.ts';

const figures = (sentence: string) => {
  const tokens = tokenize(sentence);
  return [...figuresIn(tokens), ...compoundFiguresIn(tokens)].map(({ op, value, high, unit, measure }) =>
    [op, value, high, unit, measure].filter((each) => each !== undefined).join(' '),
  );
};

describe('figures without a noun mean what was counted before', () => {
  it.each([
    [
      'The council counted 80 detainees who were freed.',
      'Six of them were children.',
      ['eq 6 person released'],
    ],
    ['The council counted 80 detainees who were freed.', 'Twelve were doctors.', ['eq 12 person released']],
    ['The book holds 800 names.', 'Beside 90 of them stands a cross.', ['eq 90 person listed']],
    ['The council spoke of 41 bodies.', 'The doctor says she has 38.', ['eq 38 body bodies-found']],
    ['It was built for 300 inmates.', 'It held five times that number.', ['approx 1500 person detained']],
    ['Forty photographs were found.', 'Most had been torn.', ['vague photo photographs']],
    ['They walked 20 miles.', 'Forty died.', ['eq 40 person died']],
  ])('%s %s', (before, sentence, expected) => {
    const earlier = figuresIn(tokenize(before))[0];
    expect(
      figuresIn(tokenize(sentence), earlier && mayBeMeant(earlier) ? earlier : undefined).map(
        ({ op, value, unit, measure }) =>
          [op, value, unit, measure].filter((each) => each !== undefined).join(' '),
      ),
    ).toEqual(expected);
  });
});

describe('figures', () => {
  it.each([
    ['Twelve prisoners were released.', ['eq 12 person released']],
    ['More than 30,000 prisoners were executed.', ['gt 30000 person executed']],
    ['More than “100,000 detainees” are still inside the prison.', ['gt 100000 person still-inside']],
    ['At least 5 guards were killed.', ['ge 5 person killed']],
    ['As many as 13,000 people were killed.', ['le 13000 person killed']],
    ['Between 20 and 25 bodies were found.', ['range 20 25 body bodies-found']],
    ['5,000 to 13,000 people were executed.', ['range 5000 13000 person executed']],
    ['Hundreds of prisoners were freed.', ['vague person released']],
    ['Thousands more are trapped in sealed cells.', ['vague person still-inside']],
    [
      'While many prisoners were released by the neighbours, thousands more are said to be locked in sealed cells.',
      ['vague person released', 'vague person detained'],
    ],
    ['All prisoners were released.', ['all person released']],
    ['They sent five specialised emergency teams.', ['eq 5 team teams']],
    ['It offers a $3,000 reward.', ['eq 3000 usd reward']],
    ['Half a million people were displaced.', ['eq 500000 person displaced']],
    ['A 63-year-old man was released.', ['eq 63 year age']],
    ['The camp never held more than 80 people.', ['le 80 person detained']],
    ['There were never more than eighty guards in the building.', ['le 80 person people']],
    ['He ruled for more than three decades.', ['gt 30 year duration']],
    ['They asked for 900 dinars.', ['eq 900 dinar money']],
    ['Up to 30 were hanged every month.', ['le 30 person executed']],
    ['We were forty in a cell for ten.', ['eq 40 person detained']],
    ['It put at 640 the number of detainees who died.', ['eq 640 person died']],
    ['The death toll stands at 52.', ['eq 52 person died']],
    ['Thousands have already staggered out of the gates.', ['vague person released']],
    ['Some had been beaten.', ['vague person tortured']],
    ['The prison was built for 400 inmates.', ['eq 400 person capacity']],
    ['The yard could hold 400 people.', ['eq 400 person capacity']],
    ['The bodies of 40 people were found in the pit.', ['eq 40 body bodies-found']],
    ['The court sentenced 40 men to death.', ['eq 40 person people']],
    ['Forty men were shot and wounded.', ['eq 40 person injured']],
    ['Forty detainees were never seen again.', ['eq 40 person missing']],
    ['Five were under eighteen.', ['eq 5 person people']],
    ['Forty stonecutters signed the letter.', ['eq 40 stonecutter count']],
    ['At least one magazine printed it.', ['ge 1 magazine count']],
    ['The building has one basement.', ['eq 1 floor levels']],
    ['They had passed two and a half thousand.', ['eq 2500 item count']],
    ["Alma's most feared prison was opened.", []],
    ['أفرج عن مئتين وخمسين معتقلا.', ['eq 250 person released']],
    ['قتل ما لا يقل عن ثلاثة آلاف شخص.', ['ge 3000 person killed']],
    ['عثر على عشرات الجثث.', ['vague body bodies-found']],
    ['ما بين 20 و25 شخصا في كل غرفة', ['range 20 25 person people']],
  ])('%s', (sentence, expected) => {
    expect(figures(sentence)).toEqual(expected);
  });

  it.each([
    ['One of the first moves was to open the gate.'],
    ['They opened the cells one by one.'],
    ['It happened on 8 December 2024 at 10:30.'],
    ['In 2013 he left the prison.'],
    ['Nadia Ferro, 34, who lost her son, waited.'],
    ['The porter (57) waited at the gate.'],
    ['Her brother, 29, never came home.'],
    ['The 61-year-old shook her head.'],
    ['Samir Hadd, a 34-year-old nurse, waited.'],
    ['Children under five were let out first.'],
    ['The attack began shortly after six and ended by nine.'],
    ['The two were taken to the station.'],
    ['One in five families never heard back.'],
    ['Nine out of ten families never heard back.'],
    ['Tower 22 was hit.'],
    ['Call 112 if you know the cook.'],
    ['The desk answers at 0800 12 34 56.'],
    ['The rate was $1 = 14.6 lira.'],
    ['A film of 40 MB was posted.'],
    ['Some say so.'],
    ['The years from 2011 to 2018 were the worst.'],
    ['He was held in Room 12 of Branch 215.'],
    ['1. The gate was open.'],
    ['No one was found.'],
    ['I told you a million times.'],
    ['The war plunged millions into despair.'],
    ['في 8 كانون الأول 2024 فتح السجن.'],
  ])('no figure: %s', (sentence) => {
    expect(figures(sentence)).toEqual([]);
  });
});

describe('nobody is a number', () => {
  const none = (sentence: string) =>
    noneIn(tokenize(sentence)).map(({ op, value, unit, measure }) => `${op} ${value} ${unit} ${measure}`);
  it.each([
    ['The divers found no one.', 'eq 0 person still-inside'],
    ['They have yet to find a single one.', 'eq 0 person still-inside'],
    ['The search closed at dusk with nobody found.', 'eq 0 person still-inside'],
    ['Crews did not find anyone in the cellar.', 'eq 0 person still-inside'],
    ['No survivors were found.', 'eq 0 person rescued'],
    ['No bodies were recovered from the well.', 'eq 0 body bodies-found'],
    ['There were no children among them.', 'eq 0 person detained'],
    ['Nobody was killed in the fire.', 'eq 0 person killed'],
    ['No women were held there.', 'eq 0 person detained'],
    ['Not one prisoner remains inside.', 'eq 0 person still-inside'],
    ['There is no one left below.', 'eq 0 person still-inside'],
    ['There was no tunnel under the yard.', 'eq 0 tunnel cells'],
  ])('%s', (sentence, expected) => {
    expect(none(sentence)).toEqual([expected]);
  });

  it.each([
    'Nobody knows who leads the inquiry.',
    'No one said a word.',
    'There is no reason to wait.',
    'Nobody found out.',
    'No one has come home.',
    'He is no prisoner of the past.',
    'No prisoner spoke.',
    'The guard said nobody was there.',
  ])('counts nobody: %s', (sentence) => {
    expect(none(sentence)).toEqual([]);
  });
});

describe('what a figure says, by its place in the sentence', () => {
  it.each([
    [
      'The yard never housed more than 80 people, the mayor said, who were let go.',
      ['le 80 person detained'],
    ],
    ['Hundreds of relatives came with photos of the missing.', ['vague person people']],
    ['A list of the dead names 90 people held in the fort.', ['eq 90 person detained']],
    ['Forty of the dead were guards.', ['eq 40 person killed']],
    ['The fate of 900 people taken since May is unknown.', ['eq 900 person missing']],
    ['Those 300 arrested in spring have not been heard of.', ['eq 300 person missing']],
    ['Some two thousand detainees had been let out by noon.', ['approx 2000 person released']],
    ['About 700 prisoners are down there.', ['approx 700 person still-inside']],
    ['Nineteen slept in a cell made for six.', ['eq 19 person detained']],
    ['Some 60 sacks of paper were carried off.', ['approx 60 sack count']],
    ['They put up 900 florints for anyone who knows the door.', ['eq 900 florints reward']],
    ['The mayor has offered $2,000 for files returned whole.', ['eq 2000 usd reward']],
    ['The bounty was eight grand.', ['eq 8000 money reward']],
    ['The hearing took three minutes or less.', ['le 3 minute duration']],
    ['The search lasted two and a half days.', ['eq 2.5 day duration']],
    ['Between 200 and 300, the group reckons, were taken.', ['range 200 300 item count']],
  ])('%s', (sentence, expected) => {
    expect(figures(sentence)).toEqual(expected);
  });

  it.each([
    'We can hear nothing if a thousand people are shouting.',
    'It was as if a hundred men were walking.',
    'These two governments looked away.',
    'Two so-called judges signed.',
    'Give or take two hundred people!',
    '312 reposts, 40 likes',
    'Among them was a woman of 60.',
  ])('no figure: %s', (sentence) => {
    expect(figures(sentence)).toEqual([]);
  });
});
