import 'maplibre-gl/dist/maplibre-gl.css';
import { addProtocol, Map as MapPicture, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { FetchSource, PMTiles, Protocol, TileType } from 'pmtiles';
import { useEffect, useRef, useState } from 'react';
import {
  type Georeference,
  georeferenceOf,
  type Point,
  type SearchPicture,
  type SiteState,
} from '../../../src/model/index.ts';
import { current, isLive, nameIn } from './site-data.ts';
import { useSpeech } from './speech.ts';

setWorkerUrl(workerUrl);
const MAP = '/api/sites/map';
const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

type Outcome = 'drawn' | 'no-webgl' | 'none';

/** The map from the local file with the outlines of a floor over it. Nothing but this machine is ever asked. */
export default function PlanMap(props: {
  readonly state: SiteState;
  readonly picture: SearchPicture;
  readonly floor: string;
}) {
  const speech = useSpeech();
  const { say } = speech;
  const box = useRef<HTMLDivElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('drawn');
  const floor = props.state.floors.find(({ id }) => id === props.floor);
  const body = floor && current(floor).body;
  const laid = body && georeferenceOf(body.known ?? []);
  const outlines = laid ? outlinesOn(laid, props.state, props.picture, props.floor) : undefined;
  const given = JSON.stringify(outlines);
  useEffect(() => {
    const target = box.current;
    if (!target || given === undefined) return;
    if (!document.createElement('canvas').getContext('webgl2')) {
      setOutcome('no-webgl');
      return;
    }
    let map: MapPicture | undefined;
    let wanted = true;
    const tiles = new PMTiles(new FetchSource(MAP));
    void (async () => {
      try {
        const style = await styleOf(tiles);
        if (!wanted) return;
        protocol.add(tiles);
        map = drawMap(target, style, JSON.parse(given) as Outlines);
      } catch {
        if (wanted) setOutcome('none');
      }
    })();
    return () => {
      wanted = false;
      map?.remove();
    };
  }, [given]);
  if (!laid) return <p className="note">{say('plan.map-needs')}</p>;
  if (outcome === 'no-webgl') return <p className="warn">{say('plan.map-no-webgl')}</p>;
  if (outcome === 'none') return <p className="warn">{say('plan.map-none')}</p>;
  return (
    <>
      <p className="note">{say('plan.map-note')}</p>
      <section
        ref={box}
        className="plan-map"
        dir="ltr"
        aria-label={say('plan.map-label', { floor: nameIn(speech, body?.name) })}
      />
    </>
  );
}

interface OutlineFeature {
  readonly type: 'Feature';
  readonly properties: { readonly shade: number };
  readonly geometry: { readonly type: 'Polygon'; readonly coordinates: number[][][] };
}
interface Outlines {
  readonly bounds: [[number, number], [number, number]];
  readonly features: readonly OutlineFeature[];
}

function outlinesOn(laid: Georeference, state: SiteState, picture: SearchPicture, floor: string): Outlines {
  const { width, height, traced = [] } = current(state.floors.find(({ id }) => id === floor)!).body;
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
  const most = Math.max(1e-12, ...picture.sectors.map(({ now }) => now));
  const left = new Map(picture.sectors.map(({ id, now }) => [id, now / most]));
  const feature = (outline: readonly Point[], shade: number): OutlineFeature => ({
    type: 'Feature',
    properties: { shade },
    geometry: {
      type: 'Polygon',
      coordinates: [[...outline, outline[0]!].map((at) => [...laid.toEarth(at)])],
    },
  });
  const earth = corners.map((at) => laid.toEarth(at));
  const [east, north] = [earth.map(([one]) => one), earth.map(([, one]) => one)];
  return {
    bounds: [
      [Math.min(...east), Math.min(...north)],
      [Math.max(...east), Math.max(...north)],
    ],
    features: [
      feature(corners, 0),
      ...traced.map(({ outline }) => feature(outline, 0)),
      ...state.sectors
        .filter((one) => isLive(one) && current(one).body.floor === floor)
        .map((one) => feature(current(one).body.outline, left.get(one.id) ?? 0)),
    ],
  };
}

/** Pictures as they are; of vector tiles every layer as lines and thin areas, since none of their names is known. */
async function styleOf(tiles: PMTiles): Promise<StyleSpecification> {
  const { tileType } = await tiles.getHeader();
  const url = `pmtiles://${MAP}`;
  if (tileType !== TileType.Mvt)
    return {
      version: 8,
      sources: { map: { type: 'raster', url, tileSize: 256 } },
      layers: [{ id: 'map', type: 'raster', source: 'map' }],
    };
  const { vector_layers: layers = [] } = (await tiles.getMetadata()) as { vector_layers?: { id: string }[] };
  return {
    version: 8,
    sources: { map: { type: 'vector', url } },
    layers: layers.flatMap(({ id }): StyleSpecification['layers'] => [
      {
        id: `${id} areas`,
        type: 'fill',
        source: 'map',
        'source-layer': id,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': '#8a8f95', 'fill-opacity': 0.2 },
      },
      {
        id: `${id} lines`,
        type: 'line',
        source: 'map',
        'source-layer': id,
        paint: { 'line-color': '#5b6168', 'line-width': 1 },
      },
    ]),
  };
}

function drawMap(target: HTMLElement, style: StyleSpecification, { bounds, features }: Outlines): MapPicture {
  const accent = getComputedStyle(target).outlineColor;
  const map = new MapPicture({
    container: target,
    style,
    bounds,
    fitBoundsOptions: { padding: 40, maxZoom: 19 },
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
  });
  map.on('load', () => {
    map.addSource('outlines', {
      type: 'geojson',
      data: { type: 'FeatureCollection', features: [...features] },
    });
    map.addLayer({
      id: 'shades',
      type: 'fill',
      source: 'outlines',
      paint: { 'fill-color': accent, 'fill-opacity': ['*', 0.6, ['get', 'shade']] },
    });
    map.addLayer({
      id: 'outlines',
      type: 'line',
      source: 'outlines',
      paint: { 'line-color': accent, 'line-width': 2 },
    });
    target.dataset.drawn = String(features.length);
  });
  return map;
}
