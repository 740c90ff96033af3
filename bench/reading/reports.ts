/**
 * Reading against reports annotated by hand, read where they lie:
 *   node bench/reading/reports.ts [FOLDER] [--doc=ID] [--misses] [--endpoint=URL --model=NAME [--consent=PHRASE]]
 * FOLDER holds gold.json and its texts; ../shared/data/reports by default. A found statement counts for a gold mention
 * where it holds at least half of its characters; background mentions are counted like all others. With an endpoint,
 * what the second reader proposes is scored in place of what the rules read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Figure, plainTextLayer, type ReportStatement, type Span } from '../../src/model/index.ts';
import { proposalsFor, readerAt } from '../../src/proposing/index.ts';
import { readReport } from '../../src/reading/index.ts';
import { figuresAgainst, type GoldFigure, type GoldProposition } from './figures-against.ts';

interface GoldSpan extends Span {
  readonly text: string;
}
interface GoldClaim {
  readonly id: string;
  readonly doc: string;
  readonly span: GoldSpan;
  readonly stance: 'asserts' | 'asserts-hedged' | 'reports-unverified' | 'denies';
  readonly propositions: readonly string[];
  readonly figure: (Omit<GoldFigure, 'start' | 'end'> & { readonly span: GoldSpan }) | null;
  readonly attribution: {
    readonly chain: readonly string[];
    readonly origin: string;
    readonly source_span: GoldSpan | null;
  };
}
interface Gold {
  readonly documents: readonly {
    readonly id: string;
    readonly file: string;
    readonly outlet?: string;
    readonly date_inferred?: string;
  }[];
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly aliases: readonly string[];
  }[];
  readonly propositions: readonly GoldProposition[];
  readonly claims: readonly GoldClaim[];
  readonly boilerplate: readonly (GoldSpan & { readonly doc: string; readonly kind: string })[];
  readonly number_traps: readonly (GoldSpan & { readonly doc: string })[];
}

const folder = resolve(
  process.argv.slice(2).find((each) => !each.startsWith('--')) ??
    join(import.meta.dirname, '../../../shared/data/reports'),
);
const verbose = process.argv.includes('--misses');
const given = (name: string): string | undefined =>
  process.argv.find((each) => each.startsWith(`--${name}=`))?.slice(name.length + 3);
const address = given('endpoint');
const second =
  address === undefined
    ? undefined
    : readerAt({
        address,
        model: given('model') ?? 'default',
        key: process.env['SANAD_READER_KEY'],
        consent: given('consent'),
      });
if (!existsSync(join(folder, 'gold.json'))) {
  console.error(`${folder}/gold.json is absent: nothing measured`);
  process.exit(0);
}
const gold: Gold = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8'));
const STANCES = {
  asserts: 'asserts',
  'asserts-hedged': 'hedged',
  'reports-unverified': 'unverified',
  denies: 'denies',
} as const;

type Found = Omit<ReportStatement, 'id'>;
const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const simple = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@ ]+/gu, ' ')
    .replace(/\b(?:the|a|an)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const namesOf = (id: string): string[] => {
  const source = gold.sources.find((each) => each.id === id);
  return [source?.name ?? '', ...(source?.aliases ?? [])].map(simple).filter((each) => each !== '');
};
/** One name holds the other, in whole words: "Harbour Council" and "the Provisional Harbour Council". */
const alike = (a: string, b: string): boolean =>
  a.length > 1 && b.length > 1 && (` ${a} `.includes(` ${b} `) || ` ${b} `.includes(` ${a} `));

const oneVoice = (outlet: string, origin: string): boolean =>
  namesOf(outlet).some((a) => namesOf(origin).some((b) => alike(a, b)));

/**
 * The outlet's own word is a chain of one, or one that ends with the outlet's name; words that nobody is named for may
 * be left to the outlet; whoever speaks otherwise must stand at the end of the chain, under any name that is annotated.
 */
function sameOrigin(claim: GoldClaim, outlet: string | undefined, found: Found): boolean {
  const origin = claim.attribution.origin;
  const name = simple(found.chain.at(-1) ?? '');
  const own = found.chain.length === 1;
  if (origin === outlet) return own || namesOf(origin).some((each) => alike(each, name));
  // A body's own statement: the outlet and who speaks are one, under the same name.
  if (own && outlet !== undefined && oneVoice(outlet, origin)) return true;
  if (origin.startsWith('O:') && gold.sources.every(({ id }) => id !== origin)) return own;
  const written = simple(claim.attribution.source_span?.text ?? '');
  if (origin === 'S:unnamed') return own || name === 'unnamed' || name === written;
  return !own && [...namesOf(origin), written].some((each) => alike(each, name));
}

const sum = {
  gold: 0,
  met: 0,
  origin: 0,
  stance: 0,
  found: 0,
  right: 0,
  printed: 0,
  printedMet: 0,
  vague: 0,
  vagueMet: 0,
  value: 0,
  traps: 0,
  boilerplate: 0,
};
const figuresRead = figuresAgainst();
const miss = (text: string): void => {
  if (verbose) console.log(text);
};
for (const document of gold.documents.filter((each) => (given('doc') ?? each.id) === each.id)) {
  const text = readFileSync(join(folder, document.file), 'utf8');
  const layer = plainTextLayer(text);
  const reading: { readonly statements: readonly Found[] } = second
    ? { statements: (await proposalsFor(layer, document.id, second)).proposals }
    : readReport(layer, {
        outlet: gold.sources.find(({ id }) => id === document.outlet)?.name ?? document.id,
        ...(document.date_inferred ? { published: document.date_inferred } : {}),
      });
  const claims = gold.claims.filter((claim) => claim.doc === document.id);
  const boilerplate = gold.boilerplate.filter((each) => each.doc === document.id);
  const inBoilerplate = (span: Span): boolean =>
    boilerplate.some((each) => overlap(each, span) >= 0.5 * (span.end - span.start));
  for (const claim of claims) {
    if (inBoilerplate(claim.span)) continue;
    sum.gold++;
    const length = claim.span.end - claim.span.start;
    const candidates = reading.statements.filter((each) => overlap(each, claim.span) >= 0.5 * length);
    const figureFits = (each: Found): boolean =>
      claim.figure !== null && each.figure !== undefined && overlap(each.figure, claim.figure.span) > 0;
    const best = [...candidates].sort(
      (a, b) => Number(figureFits(b)) - Number(figureFits(a)) || a.end - a.start - (b.end - b.start),
    )[0];
    if (best) {
      sum.met++;
      if (sameOrigin(claim, document.outlet, best)) sum.origin++;
      else
        miss(
          `${claim.id} origin: ${claim.attribution.origin} / ${best.chain.join(' > ')} :: ${claim.span.text.slice(0, 90)}`,
        );
      if (STANCES[claim.stance] === best.stance) sum.stance++;
      else miss(`${claim.id} stance: ${claim.stance} / ${best.stance} :: ${claim.span.text.slice(0, 110)}`);
    } else miss(`${claim.id} not met :: ${claim.span.text.slice(0, 120)}`);
    if (!claim.figure) continue;
    const vague = claim.figure.value === null;
    if (
      vague &&
      !/\d|dozen|hundred|thousand|million|many|most|some|several|few|عشر|مئ|آلاف/i.test(
        claim.figure.span.text,
      )
    )
      continue;
    const counting = reading.statements.filter(
      (each) => each.figure && overlap(each.figure, claim.figure!.span) > 0,
    );
    const figures = counting.map((each) => each.figure as Figure);
    const nearest = [...counting].sort(
      (a, b) =>
        Number(b.figure!.value === claim.figure!.value) - Number(a.figure!.value === claim.figure!.value),
    )[0];
    if (nearest)
      figuresRead.add(
        `${claim.id} ${claim.figure.span.text} in "${nearest.quote.slice(0, 160)}"`,
        { ...claim.figure, ...claim.figure.span },
        claim.propositions.flatMap((id) => gold.propositions.find((each) => each.id === id) ?? []),
        nearest,
      );
    if (vague) {
      sum.vague++;
      if (figures.length > 0) sum.vagueMet++;
      else miss(`${claim.id} vague figure: ${claim.figure.span.text}`);
    } else {
      sum.printed++;
      if (figures.length > 0) sum.printedMet++;
      else miss(`${claim.id} printed figure: ${claim.figure.span.text}`);
      if (figures.some((each) => each.value === claim.figure!.value && each.op === claim.figure!.op))
        sum.value++;
      else
        miss(
          `${claim.id} value or operator: ${claim.figure.span.text} ${claim.figure.value} ${claim.figure.op} / ${figures.map((each) => `${each.value} ${each.op}`)}`,
        );
    }
  }
  const distinct = reading.statements.filter(
    (each, index) =>
      reading.statements.findIndex((other) => other.start === each.start && other.end === each.end) === index,
  );
  for (const statement of distinct) {
    sum.found++;
    const right = claims.some(
      (claim) => overlap(statement, claim.span) >= 0.5 * (claim.span.end - claim.span.start),
    );
    if (right) sum.right++;
    else miss(`not in gold :: ${statement.quote.slice(0, 140)}`);
    if (inBoilerplate(statement)) {
      sum.boilerplate++;
      miss(`boilerplate :: ${statement.quote.slice(0, 120)}`);
    }
  }
  for (const trap of gold.number_traps.filter((each) => each.doc === document.id)) {
    if (reading.statements.some((each) => each.figure && overlap(each.figure, trap) > 0)) {
      sum.traps++;
      miss(`trap :: ${trap.text}`);
    }
  }
}
for (const each of figuresRead.misses()) miss(each);
const share = (a: number, b: number): string => `${a}/${b} ${(a / Math.max(1, b)).toFixed(3)}`;
const recall = sum.met / sum.gold;
const precision = sum.right / sum.found;
console.log(
  `printed figures found   ${share(sum.printedMet, sum.printed)}; value and operator right ${share(sum.value, sum.printed)}`,
);
console.log(figuresRead.line());
console.log(`vague figures found     ${share(sum.vagueMet, sum.vague)}`);
console.log(`number traps taken      ${sum.traps}`);
console.log(`boilerplate as claims   ${sum.boilerplate}`);
console.log(
  `mentions                recall ${share(sum.met, sum.gold)}, precision ${share(sum.right, sum.found)}, F1 ${((2 * recall * precision) / (recall + precision)).toFixed(3)}`,
);
console.log(`origin right            ${share(sum.origin, sum.met)}`);
console.log(`stance right            ${share(sum.stance, sum.met)}`);
