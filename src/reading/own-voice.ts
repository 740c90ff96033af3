import type { Block } from './blocks.ts';
import type { Bodies } from './bodies.ts';
import { isOutletName } from './outlets.ts';
import { sentencesIn } from './sentences.ts';
import { ORGANISATION } from './speaking-nouns.ts';

const CAPITAL = String.raw`(?:al-)?\p{Lu}[\p{L}’'&-]{0,30}`;
const NAME = String.raw`(?:the\s+)?(?<name>${CAPITAL}(?:\s+(?:(?:of|for|and|the|&)\s+){0,3}${CAPITAL}){0,10})`;
/** What a body writes over its own words, or under them. */
const OVER: readonly RegExp[] = [
  new RegExp(String.raw`^${NAME}(?:\s*\(\p{Lu}{2,10}\))?(?:\s*[|:–—-].*)?$`, 'iu'),
  new RegExp(
    String.raw`^(?:(?:press|media|public|joint)\s+)?(?:statement|release|communiqué|appeal)\s+(?:by|of|from)\s+${NAME}`,
    'iu',
  ),
  new RegExp(
    String.raw`^${NAME}(?:\s*\(\p{Lu}{2,10}\))?\s+(?:press\s+)?(?:statement|release|communiqué|appeal|update)\b`,
    'iu',
  ),
];
const UNDER = new RegExp(String.raw`^(?:for|on behalf of|signed(?:\s+for|,)?)\s+${NAME}\s*[,.]?$`, 'iu');

const WE = /\b(?:we|our|ours|us)\b/iu;
const WE_ANYWHERE = /\b(?:we|our|ours|us)\b/giu;
const QUOTED = /["“«][^"“”»]{0,2000}["”»]/gu;

/**
 * The body whose own statement a text is, where "we" speaks in it outside quotation marks and a line above or below
 * names a body that is no newsroom: a charity's update, a press release, an open letter. Nothing otherwise.
 */
export function ownVoice(text: string, blocks: readonly Block[], bodies: Bodies): string | undefined {
  if (!speaksAsWe(text, blocks)) return undefined;
  const lines = blocks.map((block) => text.slice(block.start, Math.min(block.end, block.start + 160)));
  for (const line of lines.slice(0, 4)) {
    for (const frame of OVER) {
      const name = bodyOf(frame.exec(line)?.groups?.['name']);
      if (name !== undefined) return name;
    }
  }
  for (const [index, line] of lines.entries()) {
    if (index < lines.length - 10) continue;
    const name = UNDER.exec(line)?.groups?.['name'];
    if (name !== undefined) return bodies.fullName(name, text.length) ?? bodyOf(name);
  }
  return undefined;
}

/** At least three sentences, and every fifth, speak of "we". */
function speaksAsWe(text: string, blocks: readonly Block[]): boolean {
  // seldom enough in the whole text: sentences need not be parted
  if ((text.match(WE_ANYWHERE)?.length ?? 0) < 3) return false;
  let all = 0;
  let own = 0;
  for (const block of blocks) {
    if (block.kind !== 'body' || all >= 400) continue;
    for (const { start, end } of sentencesIn(text, block.start, block.end)) {
      all++;
      if (WE.test(text.slice(start, Math.min(end, start + 1000)).replace(QUOTED, ' '))) own++;
    }
  }
  return own >= 3 && own * 5 >= all;
}

const bodyOf = (name: string | undefined): string | undefined =>
  name !== undefined &&
  name.includes(' ') &&
  name.length < 100 &&
  !isOutletName(name) &&
  name.split(/\s+/u).some((word) => ORGANISATION.has(word.toLowerCase()))
    ? name
    : undefined;
