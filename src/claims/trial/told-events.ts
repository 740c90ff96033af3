import type { ReportIn } from '../said.ts';
import { report, type TrialStatement } from './reports.ts';
import type { Annotated } from './same-pairs.ts';

/** A statement with the propositions that a careful reader finds in it. */
type Told = readonly [propositions: string, statement: TrialStatement];

/** Three invented events, each told by several invented outlets; what is one proposition is known. */
export interface ToldEvent {
  readonly name: string;
  readonly reports: readonly ReportIn[];
  readonly annotated: readonly Annotated[];
}

function told(
  name: string,
  reports: readonly (readonly [outlet: string, published: string, told: readonly Told[]])[],
): ToldEvent {
  const annotated: Annotated[] = [];
  const made = reports.map(([outlet, published, statements]) => {
    const one = report(
      outlet,
      published,
      statements.map(([, statement]) => statement),
    );
    one.record.statements.forEach(({ id, start, end }, at) => {
      annotated.push({ id, item: one.record.item, start, end, propositions: statements[at]![0].split(' ') });
    });
    return one;
  });
  return { name, reports: made, annotated };
}

const brickworks = told('the old brickworks', [
  [
    'Harbour Courier',
    '2031-03-04',
    [
      [
        'held',
        {
          quote:
            'Around 2,000 prisoners are still locked in the kilns of the Narim brickworks, the Narim Council said.',
          through: ['Narim Council'],
          figure: ['approx', 2000, 'still-inside'],
          place: 'Narim brickworks',
        },
      ],
      [
        'kilns',
        {
          quote: 'Former inmates say that secret rooms were dug under the drying kilns.',
          through: ['former inmates'],
        },
      ],
      [
        'gate',
        {
          quote: 'The steel gate to the lower level opens only with a six-digit code.',
          place: 'Narim brickworks',
        },
      ],
      [
        'film',
        {
          quote: 'Footage shared by residents shows men prising a gate open with iron bars.',
          through: ['footage'],
        },
      ],
      [
        'dogs',
        {
          quote: 'The Valley Rescue has sent "trained search dogs" to the brickworks.',
          through: ['Valley Rescue'],
        },
      ],
      [
        'air',
        {
          quote: 'Relatives fear that those below could suffocate because the fans have stopped.',
          through: ['relatives'],
        },
      ],
      [
        'freed',
        {
          quote: 'About 350 detainees walked free on Sunday.',
          figure: ['approx', 350, 'released'],
          place: 'Narim brickworks',
        },
      ],
      ['mill', { quote: 'Locals called the place the "grinding mill".', through: ['locals'] }],
      [
        'register',
        {
          quote: 'A register with the names of 4,100 prisoners was carried out of the office.',
          figure: ['eq', 4100, 'documents'],
        },
      ],
      [
        'torture',
        { quote: 'Survivors report that beatings were carried out every night.', through: ['survivors'] },
      ],
      ['governor', { quote: 'The governor of the prison fled across the river in a fishing boat.' }],
      [
        'women',
        {
          quote: 'Sixty women were kept in the former canteen.',
          figure: ['eq', 60, 'detained'],
          place: 'Narim brickworks',
        },
      ],
      ['graves', { quote: 'Workers found human remains behind the clay pit.' }],
    ],
  ],
  [
    'The Plain Mirror',
    '2031-03-05',
    [
      [
        'held',
        {
          quote: 'The council speaks of 2,000 people who have not been brought out.',
          through: ['Narim Council'],
          figure: ['eq', 2000, 'still-inside'],
          place: 'Narim brickworks',
        },
      ],
      ['kilns', { quote: 'Hidden chambers are said to lie beneath the ovens.', stance: 'hedged' }],
      ['gate', { quote: 'A keypad guards the metal door to the basement, and nobody has the combination.' }],
      [
        'film',
        {
          quote: 'In a video filmed by a resident, several men force the gate with crowbars.',
          through: ['video'],
        },
      ],
      [
        'dogs',
        {
          quote: 'Four "trained search dogs" of the Valley Rescue arrived in the morning.',
          through: ['Valley Rescue'],
          figure: ['eq', 4, 'teams'],
          unit: 'dog',
        },
      ],
      [
        'air',
        {
          quote: 'Families are afraid that the trapped men will choke as the ventilation is off.',
          through: ['families'],
        },
      ],
      [
        'freed',
        {
          quote: 'Some 350 inmates have been released since Sunday.',
          figure: ['approx', 350, 'released'],
          place: 'Narim brickworks',
        },
      ],
      ['mill', { quote: 'The site, known in the town as the "grinding mill", was closed to visitors.' }],
      [
        'torture',
        { quote: 'Those who came out say they were beaten night after night.', through: ['survivors'] },
      ],
      ['governor', { quote: 'Its director escaped over the river.' }],
      ['guards', { quote: 'Two guards were handed over to the court.', figure: ['eq', 2, 'arrested'] }],
      ['market', { quote: 'The market reopened on Monday and bread was handed out free of charge.' }],
      [
        'code-rumour',
        {
          quote: 'The council denied that the register was sold.',
          through: ['Narim Council'],
          stance: 'denies',
        },
      ],
    ],
  ],
  [
    'Delta Radio',
    '2031-03-06',
    [
      [
        'held',
        {
          quote: 'Rescuers are trying to reach thousands of people.',
          figure: ['vague', undefined, 'still-inside'],
          place: 'Narim brickworks',
        },
      ],
      [
        'kilns',
        {
          quote: 'No hidden rooms were found under the kilns, the Valley Rescue said.',
          through: ['Valley Rescue'],
          stance: 'denies',
        },
      ],
      ['graves', { quote: 'Bones were dug up at the clay pit behind the works.' }],
      [
        'guards',
        {
          quote: 'Two jailers are in custody and will be brought before a judge.',
          figure: ['eq', 2, 'arrested'],
        },
      ],
      [
        'food',
        {
          quote: 'Prisoners were given one loaf for four men a day, a freed man said.',
          through: ['a freed man'],
        },
      ],
      ['lists', { quote: 'Volunteers copy the register page by page and put the names online.' }],
    ],
  ],
]);

const ferry = told('the ferry', [
  [
    'Harbour Courier',
    '2030-09-11',
    [
      [
        'aboard',
        {
          quote: 'The Morning Star carried 212 passengers, the port authority said.',
          through: ['port authority'],
          figure: ['eq', 212, 'people'],
        },
      ],
      ['sank', { quote: 'The ferry went down within twenty minutes off Cape Sule.' }],
      ['missing', { quote: 'At least 40 people are missing.', figure: ['ge', 40, 'missing'] }],
      ['overload', { quote: 'Survivors said that the ferry was badly overloaded.', through: ['survivors'] }],
      [
        'captain',
        {
          quote: 'The captain left the bridge before the ship was empty, a sailor claimed.',
          through: ['a sailor'],
        },
      ],
      ['jackets', { quote: 'There were too few life jackets for the children on board.' }],
      ['film', { quote: 'A phone video shows passengers jumping from the upper deck.', through: ['video'] }],
      ['mourning', { quote: 'The government declared three days of mourning.', through: ['the government'] }],
      ['boats', { quote: 'Fishing boats picked up 90 people.', figure: ['eq', 90, 'rescued'] }],
      ['licence', { quote: 'The licence of the Morning Star had run out in June.' }],
    ],
  ],
  [
    'Island Letter',
    '2030-09-12',
    [
      [
        'aboard',
        {
          quote: 'There were 212 people on board, according to the port authority.',
          through: ['port authority'],
          figure: ['eq', 212, 'people'],
        },
      ],
      ['sank', { quote: 'It took only twenty minutes until the Morning Star had sunk near Cape Sule.' }],
      ['overload', { quote: 'People who survived speak of an overloaded ship.', through: ['survivors'] }],
      [
        'captain',
        {
          quote: 'One of the crew says the captain was the first to leave the bridge.',
          through: ['a member of the crew'],
        },
      ],
      ['jackets', { quote: 'Life jackets were missing, above all for children.' }],
      [
        'film',
        {
          quote: 'Passengers leap from the deck into the water in footage seen by this paper.',
          through: ['footage'],
        },
      ],
      ['mourning', { quote: 'Flags fly at half mast during three days of national mourning.' }],
      ['bodies', { quote: 'Divers recovered 31 bodies.', figure: ['eq', 31, 'bodies-found'] }],
      [
        'boats2',
        {
          quote: 'The navy brought 90 crates of water to the harbour.',
          figure: ['eq', 90, 'count'],
          unit: 'crate',
        },
      ],
      ['licence', { quote: 'The ship had sailed without a valid licence since June.' }],
      ['company', { quote: 'The company that owns the ferry did not answer questions.' }],
      ['film2', { quote: 'A video shows the minister arriving at the harbour.', through: ['video'] }],
    ],
  ],
]);

const lists = told('the list of the hill district', [
  [
    'The Plain Mirror',
    '2032-01-20',
    [
      [
        'list',
        {
          quote: 'The Hill Committee published a list with 1,480 names of missing people.',
          through: ['Hill Committee'],
          figure: ['eq', 1480, 'missing'],
        },
      ],
      [
        'dead',
        {
          quote: 'At least 120 of them died in the district prison between 2019 and 2024.',
          through: ['Hill Committee'],
          figure: ['ge', 120, 'died'],
          place: 'district prison',
          window: ['2019', '2024'],
        },
      ],
      ['burnt', { quote: 'Part of the prison archive was burnt the night before the guards left.' }],
      ['names', { quote: 'Many names stand on the list twice, because they were written by several hands.' }],
      [
        'registry',
        {
          quote: 'The civil registry issued death certificates without telling the families.',
          through: ['Hill Committee'],
        },
      ],
      [
        'minister',
        {
          quote: 'The interior minister called the list "invented from start to end".',
          through: ['interior minister'],
          stance: 'denies',
        },
      ],
      ['protest', { quote: 'Mothers of the missing stood in front of the town hall with photographs.' }],
      ['phone', { quote: 'Families can ask about a relative by telephone from Thursday.' }],
    ],
  ],
  [
    'Delta Radio',
    '2032-01-21',
    [
      [
        'list',
        {
          quote: 'A total of 1,480 people are missing from the hill district, says the Hill Committee.',
          through: ['Hill Committee'],
          figure: ['eq', 1480, 'missing'],
        },
      ],
      ['burnt', { quote: 'Guards set fire to parts of the archive on their last night.' }],
      ['names', { quote: 'Some people appear twice since several hands wrote the list.' }],
      ['registry', { quote: 'Death certificates were issued and the families were not told.' }],
      [
        'minister',
        {
          quote: 'According to the minister everything on it is "invented from start to end".',
          through: ['interior minister'],
          stance: 'denies',
        },
      ],
      ['protest', { quote: 'Holding up photographs, mothers gathered at the town hall.' }],
      ['letters', { quote: 'Letters that were never posted lay in a drawer of the guards.' }],
      [
        'dead2',
        {
          quote: '120 guards worked at the district prison.',
          figure: ['eq', 120, 'count'],
          place: 'district prison',
        },
      ],
    ],
  ],
]);

export const TOLD_EVENTS: readonly ToldEvent[] = [brickworks, ferry, lists];
