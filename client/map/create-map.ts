import { Map as MapLibre, type StyleSpecification, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import type { Bbox } from '#core/geo/bbox.ts';

setWorkerUrl(workerUrl);

/** Room between the area and the frame, in pixels. */
export const FRAME_PADDING = 28;
/** The same at the right, where names stand beside their places and would be cut: seven characters of a site's name. */
export const NAME_PADDING = 96;
const CLOSEST_ZOOM = 18;
const WIDEST_ZOOM = 6;

interface MapOptions {
  readonly container: HTMLElement;
  readonly style: StyleSpecification;
  readonly bounds: Bbox;
  readonly pixelRatio: number;
  readonly label: string;
}

/** Opens a map without any control of its own; north stays up, as on paper. */
export function createMap({ container, style, bounds, pixelRatio, label }: MapOptions): MapLibre {
  const map = new MapLibre({
    container,
    style,
    bounds: [...bounds],
    fitBoundsOptions: { padding: FRAME_PADDING },
    pixelRatio,
    fadeDuration: 0,
    minZoom: WIDEST_ZOOM,
    maxZoom: CLOSEST_ZOOM,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maplibreLogo: false,
    locale: { 'Map.Title': label },
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  return map;
}
