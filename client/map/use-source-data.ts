import type { GeoJSONSource, Map as MapLibre } from 'maplibre-gl';
import { useEffect } from 'react';

/**
 * Gives a source of the style its data. Apart from the style, because a style with thousands of features in it would be compared feature by
 * feature at every change.
 */
export function useSourceData(map: MapLibre, id: string, data: GeoJSON.FeatureCollection): void {
  useEffect(() => {
    let given: GeoJSONSource | undefined;
    const give = (): void => {
      const source = map.getSource<GeoJSONSource>(id);
      if (!source || source === given) return;
      given = source;
      source.setData(data);
    };
    give();
    map.on('styledata', give);
    return () => {
      map.off('styledata', give);
    };
  }, [map, id, data]);
}
