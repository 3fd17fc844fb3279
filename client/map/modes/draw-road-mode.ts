import type { Map as MapLibre } from 'maplibre-gl';
import { usePlanMapStore } from '#client/state/plan-map-store.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { type PlanMode, pointing, type ReadParts, toLonLat } from './plan-mode.ts';

/** Clicks closer together than this are one: the second of a double click ends the line. */
const SAME_PIXELS = 4;

/** Drawing a road point by point; Enter or a double click ends it, Backspace takes the last point back. */
export function createDrawRoadMode(read: ReadParts): PlanMode {
  const addPoint = (map: MapLibre, position: LonLat): void => {
    const { sketch } = usePlanMapStore.getState();
    const last = sketch.at(-1);
    if (last && distancePixels(map, last, position) < SAME_PIXELS) return;
    usePlanMapStore.setState({ sketch: [...sketch, position] });
  };
  return {
    ...pointing('crosshair'),
    onMove: () => undefined,
    onLeave: () => undefined,
    onClick: ({ target, point }) => addPoint(target, toLonLat(target, point)),
    onDoubleClick: (event) => {
      event.preventDefault();
      read().finishRoad();
    },
    onPress: (map) => addPoint(map, toLonLat(map, map.project(map.getCenter()))),
    onKey: ({ key }) => {
      const { sketch } = usePlanMapStore.getState();
      if (key === 'Backspace') usePlanMapStore.setState({ sketch: sketch.slice(0, -1) });
      else if (key === 'Enter' && sketch.length > 1) read().finishRoad();
      else return false;
      return true;
    },
  };
}

function distancePixels(map: MapLibre, one: LonLat, other: LonLat): number {
  const a = map.project([one[0], one[1]]);
  const b = map.project([other[0], other[1]]);
  return Math.hypot(a.x - b.x, a.y - b.y);
}
