import { useMemo } from 'react';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { useMapStore } from './map-store.ts';
import { parsePosition } from './tool.ts';
import { type DrawnPoint, drawMeasure, drawReach, drawWay, NO_DRAWING, type ToolDrawing } from './tool-drawing.ts';
import { writeLimit } from './trip-words.ts';
import { useLegs, useNearest, useReach, useWay } from './use-roads.ts';
import { useView } from './view-store.ts';

/** What the tool in hand draws; made of the same answers as its card. */
export function useToolDrawing(): ToolDrawing {
  const tool = useView((view) => view.tool);
  const language = useView((view) => view.language);
  const gapLines = useMapStore((store) => store.gapLines);
  const measure = tool?.kind === 'measure' ? tool : null;
  const legs = useLegs(measure);
  const reach = useReach(tool?.kind === 'reach' ? tool : null).data;
  const nearest = useNearestDrawing(tool?.kind === 'nearest' ? tool.place : null);
  return useMemo(() => {
    if (measure) return drawMeasure(measure, legs);
    switch (tool?.kind) {
      case 'reach': {
        const given = parsePosition(tool.place);
        const points = given ? [{ label: '', position: given }] : [];
        return reach ? drawReach(reach, (limit) => writeLimit(limit, reach.by, language)) : { ...NO_DRAWING, points };
      }
      case 'nearest':
        return nearest;
      case 'gaps':
        return { ...NO_DRAWING, lines: gapLines };
      default:
        return NO_DRAWING;
    }
  }, [tool, measure, legs, reach, nearest, gapLines, language]);
}

/** The place, the places that are nearest to it, and the way to the one that the list points at. */
function useNearestDrawing(place: string | null): ToolDrawing {
  const target = useMapStore((store) => store.wayTo);
  const answer = useNearest(place, 'drive').data?.items[0];
  const way = useWay(place !== null && target !== null ? { from: place, to: target.place, mode: target.mode } : null);
  const shown = target === null ? undefined : way.data;
  return useMemo(() => {
    const own: LonLat | null = answer?.from.position ?? parsePosition(place);
    const points: DrawnPoint[] = [
      ...(shown?.to ?? []).map(({ position }) => ({ label: '', position })),
      ...(own ? [{ label: '', position: own }] : []),
    ];
    return { bands: [], lines: drawWay(shown), points };
  }, [answer, shown, place]);
}
