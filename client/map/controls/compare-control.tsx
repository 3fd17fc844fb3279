import type { Map as MapLibre, MapMouseEvent } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import { useCompareStore } from '#client/state/compare-store.ts';
import { useComparison } from '#client/state/use-compare.ts';
import { useTopic } from '#client/state/use-text.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { useView } from '#client/state/view-store.ts';
import { DIFFERENCE_LOOKS, DIFFERENCE_STATES } from '#core/cartography/difference-look.ts';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';
import { createDifferencesLayer, DIFFERENCE_LAYER_IDS, DIFFERENCE_SIGNS } from '../layers/differences-layer.ts';
import { LegendSlotControl } from './legend-slot-control.tsx';

interface CompareControlProps {
  readonly map: MapLibre;
  readonly paletteName: PaletteName;
  readonly onOverlays: (overlays: readonly Overlay[]) => void;
}

/** The difference map of the compared plans, its legend, and the sentence of what is under the pointer. */
export function CompareControl({ map, paletteName, onOverlays }: CompareControlProps) {
  const say = useTopic('compare');
  const differences = useComparison().data?.differences;
  const shown = useCompareStore((store) => store.layers);
  const overlays = useMemo(
    () => [createDifferencesLayer(differences ?? [], shown, PALETTES[paletteName])],
    [differences, shown, paletteName],
  );
  useEffect(() => onOverlays(overlays), [overlays, onOverlays]);
  const hover = useDifferenceUnder(map);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  const palette = PALETTES[paletteName];
  return (
    <>
      <LegendSlotControl>
        <ul className="plan-legend" aria-label={say('legend')}>
          {DIFFERENCE_STATES.map((state) => {
            const { color, dash } = DIFFERENCE_LOOKS[state];
            return (
              <li key={state}>
                <span aria-hidden="true" style={{ color: palette[color] }}>
                  {DIFFERENCE_SIGNS[state]}
                </span>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path
                    d="M0 8h16"
                    fill="none"
                    stroke={palette[color]}
                    strokeWidth={state === 'same' ? 1.5 : 3}
                    strokeDasharray={dash?.map((length) => length * 2).join(' ')}
                  />
                </svg>
                {say(`state_${state}`)}
              </li>
            );
          })}
        </ul>
      </LegendSlotControl>
      {hover ? (
        <div className="tooltip" role="status" style={{ left: hover.x * scale, top: hover.y * scale }}>
          <p>{hover.text}</p>
        </div>
      ) : null}
    </>
  );
}

interface Found {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** How far from the pointer a thing may be, pixels. */
const REACH = 4;

/** What differs under the pointer, or where it was pressed last. */
function useDifferenceUnder(map: MapLibre): Found | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    const look = ({ point: { x, y } }: MapMouseEvent): void => {
      const layers = DIFFERENCE_LAYER_IDS.filter((id) => map.getLayer(id));
      const [feature] = map.queryRenderedFeatures(
        [
          [x - REACH, y - REACH],
          [x + REACH, y + REACH],
        ],
        { layers: [...layers] },
      );
      const text = feature?.properties.text;
      setFound(typeof text === 'string' ? { x, y, text } : null);
    };
    const leave = (): void => setFound(null);
    map.on('mousemove', look);
    map.on('click', look);
    map.on('mouseout', leave);
    return () => {
      map.off('mousemove', look);
      map.off('click', look);
      map.off('mouseout', leave);
    };
  }, [map]);
  return found;
}
