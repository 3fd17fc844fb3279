import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';
import type { LegendEntry, MapDefinition } from '#core/cartography/map-definition.ts';

/** Which legend lines belong to the map: their class has been seen among the features loaded since the map was opened. */
export function useOccurring(map: MapLibre, definition: MapDefinition): (entry: LegendEntry) => boolean {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    setSeen(new Set());
    const look = (): void => setSeen((before) => addOccurring(map, definition, before));
    map.on('idle', look);
    look();
    return () => {
      map.off('idle', look);
    };
  }, [map, definition]);
  return (entry) => entry.occursWhen === null || seen.has(entry.id);
}

function addOccurring(map: MapLibre, definition: MapDefinition, before: ReadonlySet<string>): ReadonlySet<string> {
  const missing = definition.legend
    .flatMap((group) => group.entries)
    .filter((entry) => entry.occursWhen !== null && !before.has(entry.id));
  const found = listOccurring(missing, (layer) => {
    const source = Object.entries(definition.sources).find(([, one]) => one.kind === 'features' && one.layer === layer);
    if (!source || !map.getSource(source[0])) return [];
    return map.querySourceFeatures(source[0]).map((feature) => feature.properties);
  });
  return found.length === 0 ? before : new Set([...before, ...found]);
}

/** Ids of the lines whose class one of the features of its layer has. */
export function listOccurring(
  entries: readonly LegendEntry[],
  listProperties: (layer: string) => readonly Readonly<Record<string, unknown>>[],
): string[] {
  const values = new Map<string, ReadonlySet<unknown>>();
  const readValues = (layer: string, property: string): ReadonlySet<unknown> => {
    const key = `${layer} ${property}`;
    const known = values.get(key) ?? new Set(listProperties(layer).map((properties) => properties[property]));
    values.set(key, known);
    return known;
  };
  return entries
    .filter(({ occursWhen: when }) => when !== null && readValues(when.layer, when.property).has(when.value))
    .map((entry) => entry.id);
}
