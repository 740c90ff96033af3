import { useEffect, useMemo } from 'react';
import { Link, useSearch } from 'wouter';
import type { ItemDetail, ItemText } from '../../../src/model/index.ts';
import { useAnswer } from '../api/answers.ts';
import { UNNAMED } from '../claims/claim-words.ts';
import { StanceLegend, StanceSign } from '../marks/stance.tsx';
import { Shown, Written } from '../marks/written.tsx';
import { Awaited, Empty } from '../shell/loading.tsx';
import { toClaim, toItem } from '../speech/addresses.ts';
import { useSpeech } from '../speech/speech.tsx';
import { spansOf } from '../text/spans.ts';
import { type Block, blocksOf, type Marked } from './blocks.ts';
import { Missing, PutRight, PuttingRight } from './putting-right.tsx';
import '../styles/quoted-fonts.ts';
import './report-text.css';

type Begins = (Block & { kind: 'text' })['begins'];

/** A report in a reading column; who says what is lightly marked, the claim each passage belongs to is in the margin. */
export function ReportText({ item }: { readonly item: ItemDetail }) {
  const answer = useAnswer<ItemText>(`/api/items/${encodeURIComponent(item.id)}/text`);
  return (
    <Awaited answer={answer} lines={16}>
      {(text) => <Read item={item} text={text} />}
    </Awaited>
  );
}

/** The place that the address asks for: `?statement=…`, or `#at=120-180` in characters of the readable text. */
function askedFor(text: ItemText, search: string): { start: number; end: number } | undefined {
  const statement = new URLSearchParams(search).get('statement');
  const mark = statement === null ? undefined : text.marks.find((each) => each.statement === statement);
  if (mark) return mark;
  const at = /^#at=(\d+)-(\d+)$/.exec(location.hash);
  return at ? { start: Number(at[1]), end: Number(at[2]) } : undefined;
}

function Read({ item, text }: { readonly item: ItemDetail; readonly text: ItemText }) {
  const { say } = useSpeech();
  const search = useSearch();
  const asked = useMemo(() => askedFor(text, search), [text, search]);
  const blocks = useMemo(() => blocksOf(text, asked), [text, asked]);
  useEffect(() => {
    if (asked) document.querySelector('.report .asked')?.scrollIntoView({ block: 'center' });
  }, [asked]);
  if (text.text.trim() === '')
    return (
      <Empty title={say('report.empty')}>
        <p>{say('report.empty-how')}</p>
      </Empty>
    );
  return (
    <>
      <div className="report-legend">
        <StanceLegend />
        <p className="small quiet">
          <span className="source-name">{say('report.legend-source')}</span> ·{' '}
          <span className="hedge">{say('report.legend-hedge')}</span>
          {' · '}
          <span className="figure">{say('report.legend-figure')}</span>
          {text.reuse.length > 0 && (
            <>
              {' · '}
              <span className="reused-sample">{say('report.legend-reuse')}</span>
            </>
          )}
        </p>
      </div>
      <PuttingRight item={item} text={text}>
        <div className="report" lang={text.language === 'other' ? undefined : text.language}>
          {blocks.map((block) => (
            <BlockRow key={block.start} block={block} text={text} />
          ))}
        </div>
      </PuttingRight>
    </>
  );
}

function BlockRow({ block, text }: { readonly block: Block; readonly text: ItemText }) {
  const { say } = useSpeech();
  if (block.kind === 'dropped')
    return (
      <details className="dropped">
        <summary>
          {say('report.dropped')} · {say(`dropped.${block.why}`)}
        </summary>
        <p dir="auto">
          <Shown text={block.text} />
        </p>
      </details>
    );
  return (
    <div className={block.reuse.length > 0 ? 'block reused' : 'block'}>
      <p dir="auto">
        {spansOf(block.end - block.start, block.marked, block.start).map(({ start, end, over }) => (
          <Piece key={start} words={text.text.slice(start, end)} over={over} />
        ))}
      </p>
      <Margin block={block} text={text.text.slice(block.start, block.end)} />
    </div>
  );
}

function Piece(props: { readonly words: string; readonly over: readonly Marked[] }) {
  if (props.over.length === 0) return <Shown text={props.words} />;
  const stance = props.over.find(({ kind }) => kind === 'statement')?.stance;
  const kinds = new Set(props.over.map(({ kind }) => kind));
  return (
    <span className={[...kinds].join(' ')} {...(stance !== undefined && { 'data-stance': stance })}>
      <Shown text={props.words} />
    </span>
  );
}

/** Two statements read off the same words for the same voice are one note. */
function onePerVoice(begins: Begins): Begins {
  const notes = new Map<string, Begins[number]>();
  for (const mark of begins) {
    const key = `${mark.start} ${mark.end} ${mark.stance} ${mark.chain.at(-1)} ${mark.claim}`;
    if (!notes.has(key)) notes.set(key, mark);
  }
  return [...notes.values()];
}

/** What begins in this paragraph: each passage's stance, whose voice it is, the claim it belongs to. */
function Margin(props: { readonly block: Block & { kind: 'text' }; readonly text: string }) {
  const { block, text } = props;
  const { say, language } = useSpeech();
  return (
    <ul className="margin" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      {onePerVoice(block.begins).map((mark) => (
        <li key={mark.statement} className={mark.asked ? 'chosen' : undefined}>
          <StanceSign stance={mark.stance} />
          <span>
            <span className="unseen">{say(`stance.${mark.stance}`)}: </span>
            {mark.chain.at(-1) === UNNAMED ? (
              say('origin.unnamed')
            ) : (
              <Written text={mark.chain.at(-1) ?? ''} />
            )}
            {mark.claim !== undefined && (
              <>
                {' · '}
                <Link
                  href={toClaim(mark.claim)}
                  data-entry
                  aria-label={say('report.claim-of', { quote: mark.quote })}
                >
                  {say('report.claim')}
                </Link>
              </>
            )}{' '}
            <PutRight mark={mark} />
          </span>
        </li>
      ))}
      <Missing start={block.start} text={text} />
      {block.reuse.map((reuse) => (
        <li key={reuse.other} className="reuse-note">
          <span>
            {say('report.also-in')}{' '}
            <Link href={toItem(reuse.other)}>
              <Written text={reuse.otherFile} />
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
