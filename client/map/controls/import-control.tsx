import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useMemo, useState } from 'react';
import {
  useDifferenceFeatures,
  useDrawnFindings,
  useImportPositions,
  usePositionTable,
} from '#client/state/use-import-map.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { useView } from '#client/state/view-store.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { PaletteName } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import type { Overlay } from '../create-style.ts';
import { createImportDifferenceLayer, IMPORT_DIFFERENCE_LAYERS } from '../layers/import-difference-layer.ts';
import { createImportFindingsLayer, IMPORT_FINDINGS_LAYERS } from '../layers/import-findings-layer.ts';
import { createImportPositionsLayer } from '../layers/import-positions-layer.ts';
import { createImportMode } from '../modes/import-mode.ts';
import { enterMode, type Hover } from '../modes/map-mode.ts';
import { ImportLegendControl } from './import-legend-control.tsx';

interface ImportControlProps {
  readonly map: MapLibre;
  readonly paletteName: PaletteName;
  /** Tells what the import lays over the map. */
  readonly onOverlays: (overlays: readonly Overlay[]) => void;
}

const NOTHING: FeatureCollection = { type: 'FeatureCollection', features: [] };
const LAYERS = [...IMPORT_FINDINGS_LAYERS, ...IMPORT_DIFFERENCE_LAYERS];

/** What the open step of an import lays over the map, its legend, and what is under the pointer. */
export function ImportControl({ map, paletteName, onOverlays }: ImportControlProps) {
  const overlays = useOverlays(paletteName);
  useEffect(() => onOverlays(overlays), [overlays, onOverlays]);
  const [hover, setHover] = useState<Hover | null>(null);
  useEffect(() => enterMode(map, createImportMode(LAYERS, setHover)), [map]);
  const scale = useView((view) => view.wall) ? WALL_SCALE : 1;
  const words = hover ? (hover.properties.text ?? hover.properties.name ?? hover.properties.code) : null;
  return (
    <>
      <ImportLegendControl paletteName={paletteName} />
      {hover && typeof words === 'string' ? (
        <div className="tooltip" role="status" style={{ left: hover.x * scale, top: hover.y * scale }}>
          <p>{words}</p>
        </div>
      ) : null}
    </>
  );
}

/** Each step draws its own and leaves the others empty. */
function useOverlays(paletteName: PaletteName): readonly Overlay[] {
  const step = useView((view) => view.importing.step);
  const positions = useImportPositions(usePositionTable()).data;
  const findings = useDrawnFindings().data;
  const difference = useDifferenceFeatures().data;
  return useMemo(() => {
    const palette = PALETTES[paletteName];
    if (step === 'positions') return [createImportPositionsLayer(positions ?? null, palette)];
    if (step === 'report') return [createImportFindingsLayer(findings?.placed ?? [], palette)];
    return [createImportDifferenceLayer(difference ?? NOTHING, palette)];
  }, [step, positions, findings, difference, paletteName]);
}
