import { expect, test } from 'vitest';
import { plainTextLayer } from '../../model/index.ts';
import { readReport } from '../index.ts';

const counted = (text: string): string[] =>
  readReport(plainTextLayer(text), { outlet: 'The Quay' }).statements.flatMap(({ figure }) =>
    figure ? [`${figure.value} ${figure.unit} ${figure.measure}`] : [],
  );

test.each([
  ['On Monday police freed 90 hostages, among them 12 nurses.', '12 person released'],
  ['Some 300 villagers are missing, including 41 children.', '41 person missing'],
  ['The flood killed 60 sailors, of whom nine officers were from Talmar.', '9 person killed'],
  ['Divers found 17 bodies. Four were women.', '4 person bodies-found'],
  ['أفرجت الشرطة عن 90 رهينة، بينهم 12 ممرضة.', '12 person released'],
])('a part is counted as the whole is: %s', (text, expected) => {
  expect(counted(text)).toContain(expected);
});

test('unless something else is told of the part', () => {
  expect(counted('Police freed 90 hostages, among them six nurses who were wounded.')).toContain(
    '6 person injured',
  );
});

test.each([
  ['Some 40 people were driven to the airfield at Orvas.', '40 person transferred'],
  ['Fifteen miners were taken to hospital.', '15 person hospitalised'],
  ['On Monday 23 sailors were in hospital.', '23 person hospitalised'],
  ['The harbour book has 410 names.', '410 person listed'],
  ['The council knows of 30 deaths and 12 arrests.', '30 person died'],
  ['The union spoke of 25 cases of disappearance.', '25 person missing'],
  ['Up to 70 people may lie in the pit behind the brickworks.', '70 person buried'],
  ['About 200 relatives camped outside the barracks.', '200 person crowd'],
  ['There were 85 of us in that cell and 12 guards in the building.', '12 person people'],
  ['نُقل 40 معتقلاً إلى ثكنة أورفاس.', '40 person transferred'],
  ['سجلت النقابة 12 حالة وفاة.', '12 person died'],
])('what befell them: %s', (text, expected) => {
  expect(counted(text)).toContain(expected);
});

test.each([
  ['The guide found 600 portraits of prisoners.', '600 portrait count'],
  ['Three men were shot and 26 hurt when shells fell on the market.', '26 person injured'],
  ['Six rooms were searched. The mortuary holds 38.', '38 body bodies-found'],
  ['About 700 miners are trapped. Two teams went down. The 700 is a guess.', '700 person still-inside'],
  [
    'The bureau has looked for Talmar’s disappeared since the war and employs 44 villagers.',
    '44 person people',
  ],
  ['The firm said that 30 containers were moved to Orvas.', '30 container count'],
  ['Some 44 divers were freed.', '44 person released'],
])('which thing it is: %s', (text, expected) => {
  expect(counted(text)).toContain(expected);
});
