import 'maplibre-gl/dist/maplibre-gl.css';
import {
  addProtocol,
  type MapOptions,
  Map as MapPicture,
  type StyleSpecification,
  setWorkerUrl,
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { FetchSource, type Header, PMTiles, Protocol, TileType } from 'pmtiles';

setWorkerUrl(workerUrl);
const MAP = '/api/sites/map';
const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

/** Why there is no map. */
export type NoMap = 'no-webgl' | 'none';

/**
 * A map drawn from the one local file; nothing but this machine is ever asked. `settle` is given the file's header, and
 * says how the map is to be shown at first.
 */
export async function openMap(
  container: HTMLElement,
  settle: (header: Header) => Omit<MapOptions, 'container' | 'style'>,
): Promise<MapPicture | NoMap> {
  if (!document.createElement('canvas').getContext('webgl2')) return 'no-webgl';
  const tiles = new PMTiles(new FetchSource(MAP));
  const found = await Promise.all([tiles.getHeader(), styleOf(tiles)]).catch(() => undefined);
  if (!found) return 'none';
  protocol.add(tiles);
  return new MapPicture({
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    maxZoom: 24,
    fadeDuration: 0,
    ...settle(found[0]),
    container,
    style: found[1],
  });
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
