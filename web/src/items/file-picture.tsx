import { type PointerEvent, useRef, useState } from 'react';
import type { FileView } from '../../../src/model/index.ts';
import { FaultNote } from '../shell/loading.tsx';
import { Section } from '../shell/page.tsx';
import { useSpeech } from '../speech/speech.tsx';
import { useSending } from './making-copies.ts';

/** In parts of the picture's width and height. */
interface Cover {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** The picture, small and without metadata; hard ones behind a step; and the copy for showing. */
export function FilePicture({ view, path }: { readonly view: FileView; readonly path: string }) {
  const { say } = useSpeech();
  const [asked, setAsked] = useState<'blurred' | 'shown'>('blurred');
  const [covering, setCovering] = useState<'no' | 'yes'>('no');
  const [covers, setCovers] = useState<readonly Cover[]>([]);
  const { send, fault } = useSending(view, path);
  const { width, height } = view.picture!;
  const at = `/api/items/${encodeURIComponent(view.id)}`;

  const mark = (state: 'set' | 'cleared') =>
    send('graphic', (by) => ({ by, state }), say(state === 'set' ? 'picture.mark' : 'picture.unmark'));
  const make = () =>
    send(
      'copies',
      (by) => ({ by, hidden: covers.map((cover) => pointsOf(cover, width, height)) }),
      say('picture.made'),
      () => {
        setCovers([]);
        setCovering('no');
      },
    );

  return (
    <Section id="picture" title={say('picture.title')}>
      {view.graphic && <p className="note">{say('picture.hard')}</p>}
      <Drawing
        source={`${at}/preview?graphic=${asked}`}
        label={say('picture.alt')}
        size={[width, height]}
        covers={covers}
        onCover={covering === 'yes' ? (cover) => setCovers([...covers, cover]) : undefined}
      />
      <p className="quiet small">{say('picture.size', { width, height })}</p>
      <p className="actions">
        {view.graphic && (
          <button type="button" onClick={() => setAsked(asked === 'shown' ? 'blurred' : 'shown')}>
            {say(asked === 'shown' ? 'picture.blur' : 'picture.show')}
          </button>
        )}
        <button type="button" onClick={() => mark(view.graphic ? 'cleared' : 'set')}>
          {say(view.graphic ? 'picture.unmark' : 'picture.mark')}
        </button>
        <button
          type="button"
          aria-expanded={covering === 'yes'}
          onClick={() => setCovering(covering === 'yes' ? 'no' : 'yes')}
        >
          {say('picture.cover')}
        </button>
      </p>
      {covering === 'yes' && (
        <div className="cover">
          <p className="note">{say('picture.cover-note')}</p>
          <CoverByNumbers onCover={(cover) => setCovers([...covers, cover])} />
          <p role="status">{say('picture.covered', { count: covers.length })}</p>
          <p className="actions">
            <button type="button" className="main" onClick={make}>
              {say('picture.make')}
            </button>
            {covers.length > 0 && (
              <button type="button" onClick={() => setCovers(covers.slice(0, -1))}>
                {say('picture.uncover')}
              </button>
            )}
          </p>
        </div>
      )}
      {fault && <FaultNote fault={fault} />}
    </Section>
  );
}

/** Whole points that hold all of what was drawn. */
function pointsOf(cover: Cover, width: number, height: number) {
  const left = Math.max(0, Math.floor(cover.left * width));
  const top = Math.max(0, Math.floor(cover.top * height));
  const right = Math.min(width, Math.ceil((cover.left + cover.width) * width));
  const bottom = Math.min(height, Math.ceil((cover.top + cover.height) * height));
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

function Drawing(props: {
  readonly source: string;
  readonly label: string;
  readonly size: readonly [number, number];
  readonly covers: readonly Cover[];
  readonly onCover: ((cover: Cover) => void) | undefined;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<readonly [number, number, number, number]>();
  const place = (event: PointerEvent): [number, number] => {
    const { left, top, width, height } = box.current!.getBoundingClientRect();
    return [within((event.clientX - left) / width), within((event.clientY - top) / height)];
  };
  const cover = (points: readonly [number, number, number, number]): Cover => ({
    left: Math.min(points[0], points[2]),
    top: Math.min(points[1], points[3]),
    width: Math.abs(points[2] - points[0]),
    height: Math.abs(points[3] - points[1]),
  });
  const { covers, onCover } = props;
  const shown = drawn ? [...covers, cover(drawn)] : covers;
  return (
    <div
      ref={box}
      dir="ltr"
      className={onCover ? 'picture covering' : 'picture'}
      style={{ aspectRatio: `${props.size[0]} / ${props.size[1]}` }}
      onPointerDown={
        onCover &&
        ((event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const [x, y] = place(event);
          setDrawn([x, y, x, y]);
        })
      }
      onPointerMove={drawn && ((event) => setDrawn([drawn[0], drawn[1], ...place(event)]))}
      onPointerUp={
        drawn &&
        (() => {
          const done = cover(drawn);
          setDrawn(undefined);
          if (done.width > 0.003 && done.height > 0.003) onCover?.(done);
        })
      }
    >
      <img src={props.source} alt={props.label} draggable={false} />
      {shown.map(({ left, top, width, height }, at) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: places have no identity and stay in their order
          key={at}
          className="covered"
          style={{
            left: `${left * 100}%`,
            top: `${top * 100}%`,
            width: `${width * 100}%`,
            height: `${height * 100}%`,
          }}
        />
      ))}
    </div>
  );
}

const SIDES = ['left', 'top', 'width', 'height'] as const;

/** The same by keyboard: four numbers in parts of a hundred. */
function CoverByNumbers({ onCover }: { readonly onCover: (cover: Cover) => void }) {
  const { say } = useSpeech();
  const [values, setValues] = useState<Readonly<Record<(typeof SIDES)[number], string>>>({
    left: '',
    top: '',
    width: '',
    height: '',
  });
  return (
    <form
      className="cover-numbers"
      onSubmit={(event) => {
        event.preventDefault();
        const [left, top, width, height] = SIDES.map((side) => within(Number(values[side]) / 100)) as [
          number,
          number,
          number,
          number,
        ];
        if (width > 0 && height > 0)
          onCover({ left, top, width: Math.min(width, 1 - left), height: Math.min(height, 1 - top) });
      }}
    >
      {SIDES.map((side) => (
        <p className="field" key={side}>
          <label htmlFor={`cover-${side}`}>{say(`picture.cover-${side}`)}</label>
          <input
            id={`cover-${side}`}
            inputMode="decimal"
            value={values[side]}
            onChange={(event) => setValues({ ...values, [side]: event.target.value })}
          />
        </p>
      ))}
      <button type="submit">{say('picture.cover-add')}</button>
    </form>
  );
}
