import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';
import { type SharedCamera, useMapStore } from '#client/state/map-store.ts';
import type { Camera } from '#client/state/view.ts';
import { setCamera, useView } from '#client/state/view-store.ts';
import type { Bbox } from '#core/geo/bbox.ts';
import { FRAME_PADDING, NAME_PADDING } from './create-map.ts';

/** Differences below this are the same place: a tenth of the address's last decimal. */
const SAME_DEGREES = 0.00006;
const SAME_ZOOM = 0.006;

interface CameraSetup {
  readonly side: 'main' | 'earlier';
  readonly bbox: Bbox;
  /** What the legend covers at the left, in pixels of the canvas: the area is framed beside it. */
  readonly leftPixels: number;
}

/** Keeps the camera equal to the address, and the two maps of a comparison equal to each other. */
export function useCamera(map: MapLibre | null, setup: CameraSetup): void {
  useFraming(map, setup);
  useSharedCamera(map, setup.side);
}

/** The main map looks where the address says, or frames the area. */
function useFraming(map: MapLibre | null, { side, bbox, leftPixels }: CameraSetup): void {
  const camera = useView((view) => view.camera);
  const area = useView((view) => view.area);
  const [west, south, east, north] = bbox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an area is framed again when it is opened, not when its map changes
  useEffect(() => {
    if (!map || side !== 'main') return;
    const look = (): void => {
      if (camera) moveTo(map, camera);
      else frameArea(map, [west, south, east, north], leftPixels);
    };
    look();
    map.on('resize', look);
    return () => {
      map.off('resize', look);
    };
  }, [map, side, camera, area, west, south, east, north, leftPixels]);
}

/** Shows a whole area beside the legend. */
export function frameArea(map: MapLibre, bbox: Bbox, leftPixels: number): void {
  const padding = { top: FRAME_PADDING, right: NAME_PADDING, bottom: FRAME_PADDING, left: FRAME_PADDING + leftPixels };
  map.fitBounds([...bbox], { padding, animate: false });
}

/** A move of either map moves the other; a move by hand of the main one is remembered in the address. */
function useSharedCamera(map: MapLibre | null, side: CameraSetup['side']): void {
  useEffect(() => {
    if (!map) return;
    const remember = (event: { originalEvent?: unknown }): void => {
      if (event.originalEvent !== undefined) setCamera(readCamera(map));
    };
    const share = (): void => {
      if (!followers.has(map)) useMapStore.setState({ shared: { ...readCamera(map), from: side } });
    };
    const follow = ({ shared }: { readonly shared: SharedCamera | null }): void => {
      if (!shared || shared.from === side || isSame(readCamera(map), shared)) return;
      followers.add(map);
      map.jumpTo({ center: [shared.lon, shared.lat], zoom: shared.zoom });
      followers.delete(map);
    };
    const leave = useMapStore.subscribe(follow);
    if (side === 'main') share();
    else follow(useMapStore.getState());
    map.on('moveend', remember);
    map.on('move', share);
    return () => {
      leave();
      map.off('moveend', remember);
      map.off('move', share);
    };
  }, [map, side]);
}

/** Maps that move because another one did: their move is not shared back. */
const followers = new WeakSet<MapLibre>();

function moveTo(map: MapLibre, camera: Camera): void {
  if (!isSame(readCamera(map), camera)) map.jumpTo({ center: [camera.lon, camera.lat], zoom: camera.zoom });
}

function readCamera(map: MapLibre): Camera {
  const { lng, lat } = map.getCenter();
  return { lon: lng, lat, zoom: map.getZoom() };
}

const isSame = (one: Camera, other: Camera): boolean =>
  Math.abs(one.lon - other.lon) < SAME_DEGREES &&
  Math.abs(one.lat - other.lat) < SAME_DEGREES &&
  Math.abs(one.zoom - other.zoom) < SAME_ZOOM;
