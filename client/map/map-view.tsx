import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useMapStore } from '#client/state/map-store.ts';
import { useBaseMaps } from '#client/state/use-base-maps.ts';
import { useText } from '#client/state/use-text.ts';
import { useToolDrawing } from '#client/state/use-tool-drawing.ts';
import { WALL_SCALE } from '#client/state/view.ts';
import { useView } from '#client/state/view-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { PALETTES } from '#core/cartography/palettes.ts';
import { BaseMapControl } from './controls/base-map-control.tsx';
import { LEGEND_PIXELS, LegendControl } from './controls/legend-control.tsx';
import { LegendSlot } from './controls/legend-slot-control.tsx';
import { ScaleControl } from './controls/scale-control.tsx';
import { ToolsControl } from './controls/tools-control.tsx';
import { TooltipControl } from './controls/tooltip-control.tsx';
import { ZoomControl } from './controls/zoom-control.tsx';
import { createStyle, dropLayers, type Overlay } from './create-style.ts';
import { createBandNamesLayer, createBandsLayer } from './layers/bands-layer.ts';
import { createPointedAreaLayer } from './layers/pointed-area-layer.ts';
import { createPointsLayer } from './layers/points-layer.ts';
import { createRowsLayer } from './layers/rows-layer.ts';
import { createSpotlightLayer } from './layers/spotlight-layer.ts';
import { createWaysLayer } from './layers/ways-layer.ts';
import { useMode } from './modes/use-mode.ts';
import { createQuietDefinition } from './quiet-definition.ts';
import { useCamera } from './use-camera.ts';
import { useIdle } from './use-idle.ts';
import { useMap } from './use-map.ts';
import { useThingFacts } from './use-thing-facts.ts';
import { useWanted } from './use-wanted.ts';

const PlanningControl = lazy(() =>
  import('./controls/planning-control.tsx').then((module) => ({ default: module.PlanningControl })),
);
const ImportControl = lazy(() =>
  import('./controls/import-control.tsx').then((module) => ({ default: module.ImportControl })),
);
const NO_OVERLAYS: readonly Overlay[] = [];

/** On narrower screens the legend begins folded. */
const DESK_PIXELS = 800;

interface MapViewProps {
  readonly definition: MapDefinition;
  /** `main` carries legend and memory of the camera; `earlier` follows it. */
  readonly side: 'main' | 'earlier';
}

/** One map: a definition drawn by MapLibre, with what the lists point at laid over it. */
export function MapView({ definition, side }: MapViewProps) {
  const say = useText();
  const container = useRef<HTMLDivElement>(null);
  const wall = useView((view) => view.wall);
  const scale = wall ? WALL_SCALE : 1;
  const [legendOpen, setLegendOpen] = useLegendFold(side);
  const [terrain, setTerrain] = useState(false);
  const page = useView((view) => view.page);
  const planning = page === 'plan' && side === 'main';
  const importing = page === 'import';
  const leftPixels = legendOpen && !importing ? LEGEND_PIXELS : 0;
  const [pageOverlays, setPageOverlays] = useState(NO_OVERLAYS);
  const [legendSlot, setLegendSlot] = useState<HTMLElement | null>(null);
  const style = useScreenStyle(definition, {
    terrain,
    pageOverlays: planning || importing ? pageOverlays : null,
    importing,
  });
  const { map, failure } = useMap({
    container,
    definition,
    style,
    pixelRatio: (globalThis.devicePixelRatio || 1) * scale,
    label: say('map_label', { title: definition.title }),
  });
  useCamera(map, { side, bbox: definition.bbox, leftPixels });
  const idle = useIdle(map, definition, side);
  useEffect(() => setTerrain((before) => before || idle), [idle]);
  useThingFacts(side === 'main' ? map : null, definition, idle);
  useWanted(side === 'main' ? map : null, leftPixels);
  const hover = useMode(map, definition);
  return (
    <div className={`map map-${side}`} data-map={definition.map} data-idle={idle}>
      <div className="map-canvas" ref={container} data-scale={scale} />
      <span className="crosshair" aria-hidden="true" />
      {map && side === 'main' && !planning && !importing ? <ToolsControl /> : null}
      {map && importing ? (
        <Suspense fallback={null}>
          <LegendSlot value={legendSlot}>
            <ImportControl map={map} paletteName={definition.palette} onOverlays={setPageOverlays} />
          </LegendSlot>
        </Suspense>
      ) : null}
      {map && planning ? (
        <Suspense fallback={null}>
          <LegendSlot value={legendSlot}>
            <PlanningControl map={map} paletteName={definition.palette} onOverlays={setPageOverlays} />
          </LegendSlot>
        </Suspense>
      ) : null}
      {hover ? <TooltipControl hover={hover} scale={scale} /> : null}
      {map && side === 'main' ? (
        <div className="legends">
          <div className="legends-plan" ref={setLegendSlot} />
          {importing ? null : (
            <LegendControl map={map} definition={definition} open={legendOpen} onFold={setLegendOpen} />
          )}
        </div>
      ) : null}
      {map ? <ScaleControl map={map} scale={scale} /> : null}
      {map && side === 'main' ? <BaseMapControl /> : null}
      {map && side === 'main' ? <ZoomControl map={map} bbox={definition.bbox} leftPixels={leftPixels} /> : null}
      {failure ? (
        <p className="map-failure" role="alert">
          {failure === 'webgl' ? say('map_no_webgl') : say('map_part_failed', { source: failure.source })}
        </p>
      ) : null}
    </div>
  );
}

/** The legend is open where there is room: on the only map of a desk. Folding it holds until maps are compared or not. */
function useLegendFold(side: MapViewProps['side']): [boolean, (open: boolean) => void] {
  const comparing = useView((view) => view.compare !== null);
  const [fold, setFold] = useState<{ readonly comparing: boolean; readonly open: boolean } | null>(null);
  const roomy = side === 'main' && !comparing && globalThis.innerWidth >= DESK_PIXELS;
  return [fold?.comparing === comparing ? fold.open : roomy, (open) => setFold({ comparing, open })];
}

interface StyleSetup {
  readonly terrain: boolean;
  /** What planning or importing lays over the map; null elsewhere, where the map shows its own sites and flows. */
  readonly pageOverlays: readonly Overlay[] | null;
  /** What an import brings stands on the bare ground. */
  readonly importing: boolean;
}

function useScreenStyle(definition: MapDefinition, { terrain, pageOverlays, importing }: StyleSetup) {
  const spotlight = useMapStore((store) => store.spotlight ?? store.thingPlace);
  const rows = useMapStore((store) => store.rows);
  const pointedArea = useMapStore((store) => store.pointedArea);
  const drawing = useToolDrawing();
  const baseMap = useBaseMaps().chosen;
  return useMemo(() => {
    const palette = PALETTES[definition.palette];
    const drawn = pageOverlays === null ? definition : dropLayers(definition, ['sites', 'flows']);
    return createStyle(
      importing ? createQuietDefinition(definition, palette) : drawn,
      [
        ...(pageOverlays ?? NO_OVERLAYS),
        createBandsLayer(drawing.bands, palette),
        createBandNamesLayer(palette),
        createPointedAreaLayer(definition, pointedArea, palette),
        createWaysLayer(drawing.lines, palette),
        createRowsLayer(rows, palette),
        createPointsLayer(drawing.points, palette),
        createSpotlightLayer(spotlight, palette),
      ],
      { terrain, baseMap },
    );
  }, [definition, terrain, spotlight, rows, pointedArea, drawing, pageOverlays, importing, baseMap]);
}
