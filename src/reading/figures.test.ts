import { describe, expect, it } from 'vitest';
import { compoundFiguresIn, figuresIn } from './figures.ts';
import { tokenize } from './tokens.ts';

const figures = (sentence: string) => {
  const tokens = tokenize(sentence);
  return [...figuresIn(tokens), ...compoundFiguresIn(tokens)].map(({ op, value, high, unit, measure }) =>
    [op, value, high, unit, measure].filter((each) => each !== undefined).join(' '),
  );
};

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
