import {
  type Claim,
  type ClaimId,
  dateBounds,
  type FigureOperator,
  type ItemId,
  type Mention,
  parsePartialDate,
  type StatementId,
} from '../../model/index.ts';
import { type CountMethod, countMethodIn } from './count-method.ts';

/** A number that a report gives, with all that must be known before it is set beside another. */
export interface ReportedFigure {
  readonly claim: ClaimId;
  /** Of the report that says how the number was reached, else of the first. */
  readonly item: ItemId;
  readonly statement: StatementId;
  readonly text: string;
  readonly language: Claim['language'];
  /** The clearest words in each language that has some. */
  readonly texts: { readonly en?: string; readonly ar?: string };
  /** What is counted: `released`, `killed`, … */
  readonly measure: string;
  /** Of what: `person`, `body`, `family`. */
  readonly unit: string;
  readonly op: FigureOperator;
  /** Bounds as said, nothing filled in: "more than 300" has no upper one, "dozens" neither. */
  readonly low?: number;
  readonly high?: number;
  readonly place?: string;
  /** The stretch of time as said, in days; absent where none is said. */
  readonly window?: { readonly first?: string; readonly last?: string };
  /** When it was first and last published, in days. Without a window it holds as of then. */
  readonly published?: { readonly first: string; readonly last: string };
  readonly method: CountMethod;
  readonly origins: readonly string[];
  readonly independent: number;
  readonly denied: boolean;
}

/** Measures that count people, living or dead; ages, distances and doors, or people of whom nothing is said, are no answer to "how many". */
const OF_PEOPLE: ReadonlySet<string> = new Set([
  'still-inside',
  'detained',
  'arrested',
  'released',
  'escaped',
  'rescued',
  'missing',
  'killed',
  'executed',
  'died',
  'bodies-found',
  'buried',
  'identified',
  'injured',
  'tortured',
  'displaced',
  'transferred',
  'hospitalised',
  'listed',
  'returned',
]);

/** The figures of people among the claims; those without a number are left to the page of claims. */
export const reportedFigures = (claims: readonly Claim[]): ReportedFigure[] =>
  claims.flatMap((claim) => {
    const { figure } = claim;
    if (!figure || !OF_PEOPLE.has(figure.measure)) return [];
    const bounds = boundsOf(figure);
    if (bounds.low === undefined && bounds.high === undefined) return [];
    const speaking = claim.mentions.filter(({ stance }) => stance !== 'denies');
    const mentions = speaking.length > 0 ? speaking : claim.mentions;
    const telling = mentions.find(({ quote }) => countMethodIn(quote) !== 'not-said') ?? mentions[0]!;
    const window = windowOf(claim.window);
    const published = publishedOf(mentions);
    return [
      {
        claim: claim.id,
        item: telling.item,
        statement: telling.statement,
        text: claim.text,
        language: claim.language,
        texts: {
          ...(claim.texts.en ? { en: claim.texts.en.text } : {}),
          ...(claim.texts.ar ? { ar: claim.texts.ar.text } : {}),
        },
        measure: figure.measure,
        unit: figure.unit,
        op: figure.op,
        ...bounds,
        ...(claim.place === undefined ? {} : { place: claim.place }),
        ...(window ? { window } : {}),
        ...(published ? { published } : {}),
        method: countMethodIn(telling.quote),
        origins: claim.origins.map(({ name }) => name),
        independent: claim.independent,
        denied: claim.denied,
      },
    ];
  });

function boundsOf({ op, value, high }: NonNullable<Claim['figure']>): { low?: number; high?: number } {
  if (value === undefined) return {};
  switch (op) {
    case 'gt':
    case 'ge':
      return { low: value };
    case 'lt':
    case 'le':
      return { high: value };
    case 'range':
      return { low: value, ...(high === undefined ? {} : { high }) };
    case 'vague':
    case 'all':
      return {};
    default:
      return { low: value, high: value };
  }
}

function windowOf(window: Claim['window']): ReportedFigure['window'] {
  const from = window?.from && parsePartialDate(window.from);
  const to = window?.to && parsePartialDate(window.to);
  if (!from && !to) return undefined;
  return { ...(from ? { first: dateBounds(from).first } : {}), ...(to ? { last: dateBounds(to).last } : {}) };
}

function publishedOf(mentions: readonly Mention[]): ReportedFigure['published'] {
  const days = mentions.flatMap(({ published }) => (published ? [published.slice(0, 10)] : [])).sort();
  return days.length === 0 ? undefined : { first: days[0]!, last: days.at(-1)! };
}
