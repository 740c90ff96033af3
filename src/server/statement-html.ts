import { format, type Language, LOCALES, publicStatementMessages, siteMessages } from '../messages/index.ts';
import { escapeHtml, type PublicStatement } from '../model/index.ts';

/** Where a page finds what is beside it: on the server, or in a folder on any other host. */
export interface Beside {
  /** Address of the style sheet, or the style itself. */
  readonly style: { readonly href: string } | { readonly text: string };
  /** The same statement, or another one, in a language. */
  address(id: string, language: Language): string;
}

type Key = keyof typeof publicStatementMessages;
type Values = Readonly<Record<string, string | number>>;
type Name = PublicStatement['place'];

/**
 * A published statement as a page of its own: whole without a script, printed on A4, in one of the languages. Statements
 * that correct each other link both ways where both stand before the public.
 *
 * @param all every statement that stands, this one among them
 */
export function statementHtml(
  statement: PublicStatement,
  all: readonly PublicStatement[],
  language: Language,
  beside: Beside,
): string {
  const locale = LOCALES[language];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const moment = new Intl.DateTimeFormat(locale, MOMENT);
  const say = (key: Key, values: Values = {}): string =>
    escapeHtml(format(publicStatementMessages[key], language, values));
  const when = (at: string): string => moment.format(Date.parse(at));
  const between = (from: string, to: string): string =>
    escapeHtml(moment.formatRange(Date.parse(from), Date.parse(to)));
  const named = (name: Name | undefined): string =>
    (language === 'ar' ? (name?.ar ?? name?.en) : (name?.en ?? name?.ar)) ?? '';
  const isolated = (text: string): string => `<bdi>${escapeHtml(text)}</bdi>`;
  const sector = ({ code, name, floor }: { code: string; name?: Name | undefined; floor: Name }): string =>
    [code, named(name), named(floor)]
      .filter((word) => word !== '')
      .map(isolated)
      .join(' · ');
  const link = (other: PublicStatement, key: Key): string =>
    `<a href="${escapeHtml(beside.address(other.id, language))}">${say(key)} ${say('statement.of', { when: when(other.publishedAt) })}</a>`;

  const earlier = all.find(({ id }) => id === statement.corrects);
  const later = all.filter(({ corrects }) => corrects === statement.id);
  const place = named(statement.place);
  const title = say('statement.title', { place });
  const other: Language = language === 'ar' ? 'en' : 'ar';
  const { searched, unsearched, claims } = statement;
  const nothing = searched
    .flatMap(({ searches }) => searches)
    .every(({ result, signs }) => result === 'nothing' || (result === 'signs' && signs === 'false'));

  const rows = searched.flatMap((one) =>
    one.searches.map(
      ({ method, team, number: of, from, to, coverage, result, signs }, at) =>
        `<tr>${at === 0 ? `<th scope="row" rowspan="${one.searches.length}">${sector(one)}</th>` : ''}<td>${escapeHtml(siteMessages[`site.method.${method}`][language])}</td><td>${team === undefined ? say('statement.team-number', { number: number.format(of) }) : isolated(team)}</td><td>${between(from, to)}</td><td>${percent.format(coverage)}</td><td>${say(`statement.result.${result}`)}${result === 'signs' ? ` (${say(`statement.signs.${signs ?? 'open'}`)})` : ''}</td></tr>`,
    ),
  );
  const heads = (...keys: Key[]): string =>
    `<thead><tr>${keys.map((key) => `<th scope="col">${say(key)}</th>`).join('')}</tr></thead>`;
  const table = (label: Key, head: string, body: readonly string[]): string =>
    `<div class="wide" role="region" tabindex="0" aria-label="${say(label)}"><table>${head}<tbody>${body.join('')}</tbody></table></div>`;

  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
${'href' in beside.style ? `<link rel="stylesheet" href="${escapeHtml(beside.style.href)}">` : `<style>${beside.style.text}</style>`}
</head>
<body>
<header><a lang="${other}" hreflang="${other}" href="${escapeHtml(beside.address(statement.id, other))}">${say('statement.other')}</a></header>
<main>
<h1>${title}</h1>
${later.map((one) => `<p class="replaced">${link(one, 'statement.corrected')}.</p>`).join('\n')}
<p class="lead">${statement.issuer ? `${say('statement.issuer', { issuer: named(statement.issuer) })} ` : ''}${say('statement.until', { when: when(statement.until), published: when(statement.publishedAt) })}</p>
${earlier || statement.why ? `<p class="note">${earlier ? link(earlier, 'statement.corrects') : say('statement.corrects')}${statement.why ? `: ${isolated(statement.why)}` : '.'}</p>` : ''}
<p>${say('statement.summary', { searched: number.format(searched.length), sectors: searched.length + unsearched.length, hours: number.format(statement.hours), teams: statement.teams })}${searched.length > 0 && nothing ? ` ${say('statement.nothing')}` : ''}</p>
${
  claims.length === 0
    ? ''
    : `<h2>${say('statement.claims')}</h2><dl>${claims
        .map(
          ({ says, sectors, searched: done, result }) =>
            `<dt>${isolated(named(says))}</dt><dd>${say('statement.answer', { searched: number.format(done), sectors: sectors.length, result: publicStatementMessages[`statement.result.${result}`][language] })} <span class="codes">${sectors.map(isolated).join(' ')}</span></dd>`,
        )
        .join('')}</dl>`
}
<h2>${say('statement.searched')}</h2>
${rows.length === 0 ? `<p>${say('statement.searched-none')}</p>` : table('statement.searched', heads('statement.sector', 'statement.method', 'statement.team', 'statement.when', 'statement.reached', 'statement.result'), rows)}
<h2>${say('statement.unsearched')}</h2>
${
  unsearched.length === 0
    ? `<p>${say('statement.unsearched-none')}</p>`
    : table(
        'statement.unsearched',
        heads('statement.sector', 'statement.why'),
        unsearched.map(
          (one) =>
            `<tr><th scope="row">${sector(one)}</th><td>${one.why === undefined ? `<span class="quiet">${say('statement.why-none')}</span>` : isolated(one.why)}</td></tr>`,
        ),
      )
}
</main>
<footer><p>${say('statement.foot', { id: statement.id })}</p></footer>
</body>
</html>
`;
}

/** The same for every address at which nothing stands: unknown, not published, withdrawn. */
export const ABSENT_HTML = `<!doctype html>
<html lang="ar" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>404</title><link rel="stylesheet" href="/statements/statement.css"></head>
<body><main><h1>404</h1><p>${publicStatementMessages['statement.absent'].ar}</p><p lang="en" dir="ltr">${publicStatementMessages['statement.absent'].en}</p></main></body></html>
`;

/** Hours are told as where the search is: Syria keeps UTC+3 all year. */
const MOMENT = {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Damascus',
} as const;
