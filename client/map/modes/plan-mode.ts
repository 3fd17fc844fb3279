import type { Map as MapLibre, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { DrawnSite } from '#client/state/plan-drawing.ts';
import type { LockedSite, PlanDrag } from '#client/state/plan-map-store.ts';
import type { PlanEvaluationAnswer } from '#core/api/plans.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import type { CanvasPoint } from './find-features.ts';
import type { MapMode } from './map-mode.ts';

/** A mode of the planning map: it also takes things in hand and hears the keys. */
export interface PlanMode extends MapMode {
  /** Pointer or finger down; a mode that takes something in hand prevents the map from being moved. */
  readonly onDown?: (event: MapMouseEvent | MapTouchEvent) => void;
  readonly onTouchMove?: (event: MapTouchEvent) => void;
  readonly onDoubleClick?: (event: MapMouseEvent) => void;
  /** Whether the key was meant for the mode. */
  readonly onKey?: (event: KeyboardEvent, map: MapLibre) => boolean;
}

/** What modes know and can do; always the newest. */
export interface PlanModeParts {
  readonly canEdit: boolean;
  readonly plan: string;
  readonly sites: readonly DrawnSite[];
  readonly evaluation: PlanEvaluationAnswer | undefined;
  /** Year of each segment that the plan hardens. */
  readonly hardened: ReadonlyMap<string, number>;
  readonly add: (edits: readonly PlanEdit[]) => void;
  /** Why a site cannot be taken in hand; null = it can. */
  readonly lockOf: (siteCode: string) => LockedSite | null;
  readonly drop: (drag: PlanDrag) => Promise<void>;
  readonly finishRoad: () => void;
  /** Code and name for the next thing that is placed. */
  readonly nextSite: () => { readonly siteCode: string; readonly name: string };
  readonly nextPark: () => { readonly parkCode: string; readonly name: string };
  readonly nextService: () => { readonly serviceCode: string; readonly name: string };
}

/** Reads the newest parts. */
export type ReadParts = () => PlanModeParts;

/** A finger covers more than the tip of a pointer. */
const REACH_PIXELS = { mouse: 6, touch: 22 };
const METERS_PER_DEGREE = 111_320;

interface Search {
  readonly layer: string;
  readonly by: 'mouse' | 'touch';
}

/** Code of the nearest drawn thing of a layer at a place. */
export const findCode = (map: MapLibre, point: CanvasPoint, search: Search): string | null =>
  findProperty(map, point, { ...search, property: 'code' });

/** A property of the nearest drawn thing of a layer at a place. */
export function findProperty(
  map: MapLibre,
  { x, y }: CanvasPoint,
  { layer, by, property }: Search & { readonly property: string },
): string | null {
  if (!map.getLayer(layer)) return null;
  const reach = REACH_PIXELS[by];
  const [found] = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: [layer] },
  );
  return found ? String(found.properties[property]) : null;
}

/** Where on the ground a place of the canvas is. */
export function toLonLat(map: MapLibre, { x, y }: CanvasPoint): LonLat {
  const { lng, lat } = map.unproject([x, y]);
  return roundPosition([lng, lat]);
}

/** Six decimals of a degree, a tenth of a metre: what is asked of the server is what the page computed with. */
const roundPosition = (position: LonLat): LonLat => [roundDegrees(position[0]), roundDegrees(position[1])];
const roundDegrees = (degrees: number): number => Number(degrees.toFixed(6));

/** A step by arrow key: 10 metres, with Shift 100; null for other keys. */
export function stepByKey(
  [lon, lat]: LonLat,
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
): LonLat | null {
  const meters = shiftKey ? 100 : 10;
  const degrees = meters / METERS_PER_DEGREE;
  const degreesEast = degrees / Math.cos((lat * Math.PI) / 180);
  switch (key) {
    case 'ArrowUp':
      return roundPosition([lon, lat + degrees]);
    case 'ArrowDown':
      return roundPosition([lon, lat - degrees]);
    case 'ArrowLeft':
      return roundPosition([lon - degreesEast, lat]);
    case 'ArrowRight':
      return roundPosition([lon + degreesEast, lat]);
    default:
      return null;
  }
}

/** Makes a mode the planning map's own; the answer ends it. */
export function enterPlanMode(map: MapLibre, mode: PlanMode): () => void {
  const canvas = map.getCanvas();
  const handleKey = (event: KeyboardEvent): void => {
    const isPress = event.key === 'Enter' || event.key === ' ';
    if (!mode.onKey?.(event, map)) {
      if (!isPress) return;
      mode.onPress(map);
    }
    event.preventDefault();
    // the map's own arrow keys would move it as well
    event.stopImmediatePropagation();
  };
  const listeners = [
    ['click', mode.onClick],
    ['mousemove', mode.onMove],
    ['mouseout', mode.onLeave],
    ['mousedown', mode.onDown],
    ['touchstart', mode.onDown],
    ['touchmove', mode.onTouchMove],
    ['dblclick', mode.onDoubleClick],
  ] as const;
  mode.enter(map);
  for (const [name, listener] of listeners) if (listener) map.on(name, listener as () => void);
  canvas.addEventListener('keydown', handleKey, { capture: true });
  return () => {
    for (const [name, listener] of listeners) if (listener) map.off(name, listener as () => void);
    canvas.removeEventListener('keydown', handleKey, { capture: true });
    mode.onLeave();
    mode.exit(map);
  };
}

/** What most modes do on entering and leaving: a cross for the pointer, no zoom by double click. */
export const pointing = (cursor: string) => ({
  enter: (map: MapLibre): void => {
    map.getCanvas().style.cursor = cursor;
    map.doubleClickZoom.disable();
  },
  exit: (map: MapLibre): void => {
    map.getCanvas().style.cursor = '';
    map.doubleClickZoom.enable();
  },
});
