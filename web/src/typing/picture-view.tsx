import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Region } from '../../../src/model/index.ts';
import { ScrollBox } from '../shell/scroll-box.tsx';
import { useSpeech } from './speech.ts';

export type Turn = 0 | 90 | 180 | 270;

/** Where the row that is being typed stands: a band across the picture as it is turned, in shares of its height. */
export interface Band {
  readonly top: number;
  readonly height: number;
}

/** The band as a place on the picture as received, however it is turned. */
export function regionOf({ top, height }: Band, turn: Turn): Region {
  const far = Math.max(0, 1 - top - height);
  switch (turn) {
    case 0:
      return { page: 1, left: 0, top, width: 1, height };
    case 90:
      return { page: 1, left: top, top: 0, width: height, height: 1 };
    case 180:
      return { page: 1, left: 0, top: far, width: 1, height };
    case 270:
      return { page: 1, left: far, top: 0, width: height, height: 1 };
  }
}

const LONGEST = 3000;

/** The picture, turned, enlarged and brightened as its reader likes, with the band of the row. */
export function PictureView(props: {
  readonly picture: Blob;
  readonly canvas: RefObject<HTMLCanvasElement | null>;
  readonly turn: Turn;
  readonly onTurn: (turn: Turn) => void;
  readonly band: Band;
  readonly onBand: (band: Band) => void;
}) {
  const { say, number } = useSpeech();
  const { picture, canvas, turn, band, onBand } = props;
  const [zoom, setZoom] = useState(1);
  const [brightness, setBrightness] = useState(100);
  const [contrast, setContrast] = useState(100);
  const marker = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    void createImageBitmap(picture).then((image) => {
      const paper = canvas.current;
      if (gone || !paper) return;
      const scale = Math.min(1, LONGEST / Math.max(image.width, image.height));
      const [width, height] = [image.width * scale, image.height * scale];
      const upright = turn % 180 === 0;
      paper.width = upright ? width : height;
      paper.height = upright ? height : width;
      const brush = paper.getContext('2d');
      if (!brush) return;
      brush.translate(paper.width / 2, paper.height / 2);
      brush.rotate((turn * Math.PI) / 180);
      brush.drawImage(image, -width / 2, -height / 2, width, height);
      image.close();
    });
    return () => {
      gone = true;
    };
  }, [picture, turn, canvas]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the band has moved
  useEffect(() => {
    marker.current?.scrollIntoView({ block: 'nearest' });
  }, [band.top, zoom]);

  const move = (by: number): void =>
    onBand({ ...band, top: Math.max(0, Math.min(1 - band.height, band.top + by)) });
  const stretch = (by: number): void =>
    onBand({ ...band, height: Math.max(0.01, Math.min(1 - band.top, band.height + by)) });
  return (
    <div className="typing-picture">
      <div className="actions" role="toolbar" aria-label={say('typing.tools')}>
        <button type="button" onClick={() => setZoom(Math.min(6, zoom * 1.25))}>
          {say('typing.zoom-in')}
        </button>
        <button type="button" onClick={() => setZoom(Math.max(0.5, zoom / 1.25))}>
          {say('typing.zoom-out')}
        </button>
        <button type="button" onClick={() => props.onTurn(((turn + 90) % 360) as Turn)}>
          {say('typing.rotate')}
        </button>
        <label>
          {say('typing.brightness')}{' '}
          <input
            type="range"
            min={40}
            max={250}
            value={brightness}
            onChange={(event) => setBrightness(Number(event.target.value))}
          />
        </label>
        <label>
          {say('typing.contrast')}{' '}
          <input
            type="range"
            min={40}
            max={300}
            value={contrast}
            onChange={(event) => setContrast(Number(event.target.value))}
          />
        </label>
      </div>
      <ScrollBox label={say('typing.picture')} className="typing-paper">
        <div className="paper" style={{ inlineSize: `${zoom * 100}%` }}>
          <canvas
            ref={canvas}
            role="img"
            aria-label={say('typing.picture')}
            style={{ filter: `brightness(${brightness}%) contrast(${contrast}%)` }}
          />
          <div
            ref={marker}
            className="band"
            style={{ insetBlockStart: `${band.top * 100}%`, blockSize: `${band.height * 100}%` }}
          />
        </div>
      </ScrollBox>
      <fieldset className="actions">
        <legend className="small quiet">
          {say('typing.band')} · {number(Math.round(band.top * 100) / 100, { style: 'percent' })}
        </legend>
        <button type="button" onClick={() => move(-band.height / 4)}>
          {say('typing.band-up')}
        </button>
        <button type="button" onClick={() => move(band.height / 4)}>
          {say('typing.band-down')}
        </button>
        <button type="button" onClick={() => stretch(0.005)}>
          {say('typing.band-taller')}
        </button>
        <button type="button" onClick={() => stretch(-0.005)}>
          {say('typing.band-thinner')}
        </button>
      </fieldset>
    </div>
  );
}

/** The band alone, as a picture for the machine. */
export function bandOf(canvas: HTMLCanvasElement, { top, height }: Band): Promise<Blob | null> {
  const part = document.createElement('canvas');
  part.width = canvas.width;
  part.height = Math.max(1, Math.round(canvas.height * height));
  part.getContext('2d')?.drawImage(canvas, 0, -Math.round(canvas.height * top), canvas.width, canvas.height);
  return new Promise((resolve) => part.toBlob(resolve, 'image/png'));
}
