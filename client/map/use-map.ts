import type { ErrorEvent, Map as MapLibre, StyleSpecification } from 'maplibre-gl';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapDefinition } from '#core/cartography/map-definition.ts';
import { createMap } from './create-map.ts';
import { createMapImages, type MapImages } from './map-images.ts';

/** A map on the page: null until its first style is ready; `failure` when the browser or a source let us down. */
export interface MapHandle {
  readonly map: MapLibre | null;
  readonly failure: 'webgl' | { readonly source: string } | null;
}

interface MapSetup {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly definition: MapDefinition;
  readonly style: StyleSpecification;
  readonly pixelRatio: number;
  readonly label: string;
}

/** Opens a map in the container and keeps it equal to the style; a change becomes the least difference. */
export function useMap(setup: MapSetup): MapHandle {
  const { container, definition, style, pixelRatio, label } = setup;
  const [handle, setHandle] = useState<MapHandle>({ map: null, failure: null });
  const images = useRef<MapImages | null>(null);
  const first = useRef(setup);
  first.current = setup;

  // biome-ignore lint/correctness/useExhaustiveDependencies: the map lives as long as its container and pixel ratio; the rest is diffed below
  useEffect(() => {
    if (!container.current) return;
    let map: MapLibre;
    try {
      map = createMap({ container: container.current, style, bounds: definition.bbox, pixelRatio, label });
    } catch {
      // MapLibre throws only where the browser gives no WebGL context; the figures go on without a map.
      setHandle({ map: null, failure: 'webgl' });
      return;
    }
    images.current = createMapImages(map, definition.images, pixelRatio);
    map.once('style.load', () => setHandle({ map, failure: null }));
    map.on('error', (event) => setHandle((now) => ({ ...now, failure: readFailure(event) })));
    return () => {
      map.remove();
      setHandle({ map: null, failure: null });
    };
  }, [container, pixelRatio]);

  const { map } = handle;
  useEffect(() => {
    if (!map) return;
    images.current?.replace(definition.images);
    setHandle((now) => (now.failure ? { ...now, failure: null } : now));
    map.setStyle(style, { diff: true });
  }, [map, style, definition]);
  return handle;
}

function readFailure(event: ErrorEvent & { sourceId?: string }): MapHandle['failure'] {
  return { source: event.sourceId ?? event.error.message };
}
