import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import type { MapDefinition } from '#core/cartography/map-definition.ts';

/** What the pointer is over, at a place on the canvas. */
export interface Hover {
  readonly x: number;
  readonly y: number;
  readonly layer: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** How a map answers the pointer and the keys; exactly one is active. What `enter` adds, `exit` removes. */
export interface MapMode {
  readonly enter: (map: MapLibre) => void;
  readonly exit: (map: MapLibre) => void;
  readonly onClick: (event: MapMouseEvent) => void;
  readonly onMove: (event: MapMouseEvent) => void;
  readonly onLeave: () => void;
  /** Enter or Space on the focused map; its middle stands for the pointer. */
  readonly onPress: (map: MapLibre) => void;
}

/** A mode for a map definition; it tells what the pointer is over. */
export type CreateMode = (definition: MapDefinition, onHover: (hover: Hover | null) => void) => MapMode;

/** Makes a mode the map's own; the answer ends it. */
export function enterMode(map: MapLibre, mode: MapMode): () => void {
  const handleKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    mode.onPress(map);
  };
  const canvas = map.getCanvas();
  mode.enter(map);
  map.on('click', mode.onClick);
  map.on('mousemove', mode.onMove);
  map.on('mouseout', mode.onLeave);
  canvas.addEventListener('keydown', handleKey);
  return () => {
    map.off('click', mode.onClick);
    map.off('mousemove', mode.onMove);
    map.off('mouseout', mode.onLeave);
    canvas.removeEventListener('keydown', handleKey);
    mode.onLeave();
    mode.exit(map);
  };
}
