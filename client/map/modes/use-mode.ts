import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { ToolKind } from '#client/state/tool.ts';
import { closeTool } from '#client/state/tool-store.ts';
import { useView } from '#client/state/view-store.ts';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { createBrowseMode } from './browse-mode.ts';
import { createGapsMode } from './gaps-mode.ts';
import { type CreateMode, enterMode, type Hover } from './map-mode.ts';
import { createMeasureMode, createPlaceMode } from './point-mode.ts';

/** The mode of each tool. */
const MODES: Readonly<Record<ToolKind, CreateMode>> = {
  measure: createMeasureMode,
  reach: createPlaceMode,
  nearest: createPlaceMode,
  gaps: createGapsMode,
};

/** Keeps exactly one mode active, that of the tool in hand; Escape lays the tool down. The planning page and the import room keep their own. */
export function useMode(map: MapLibre | null, definition: MapDefinition): Hover | null {
  const [hover, setHover] = useState<Hover | null>(null);
  const tool = useView((view) => view.tool?.kind ?? null);
  const hasOwn = useView((view) => view.page === 'plan' || view.page === 'import');
  useEffect(() => {
    if (!map || hasOwn) return;
    const create = tool === null ? createBrowseMode : MODES[tool];
    return enterMode(map, create(definition, setHover));
  }, [map, definition, tool, hasOwn]);
  useEffect(() => {
    if (tool === null) return;
    const handleKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) closeTool();
    };
    window.addEventListener('keydown', handleKey);
    return () => window.removeEventListener('keydown', handleKey);
  }, [tool]);
  return hover;
}
