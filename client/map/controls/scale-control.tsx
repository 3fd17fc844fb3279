import type { Map as MapLibre } from 'maplibre-gl';
import { useEffect, useState } from 'react';

const LONGEST_PIXELS = 120;
/** Metres in a degree of a meridian on the sphere that the screen's map divides by; the bar's ends are read back from it. */
const EARTH_RADIUS_METERS = 6_371_008.8;

interface Scale {
  readonly label: string;
  readonly pixels: number;
}

/** The scale bar: a round length measured at the middle of the map. */
export function ScaleControl({ map, scale }: { readonly map: MapLibre; readonly scale: number }) {
  const [bar, setBar] = useState<Scale | null>(null);
  useEffect(() => {
    const measure = (): void => setBar(chooseScaleBar(measureMetersPerPixel(map), LONGEST_PIXELS));
    map.on('move', measure);
    map.on('resize', measure);
    measure();
    return () => {
      map.off('move', measure);
      map.off('resize', measure);
    };
  }, [map]);
  if (!bar) return null;
  return (
    <div className="scale-bar numeral" role="img" aria-label={bar.label}>
      <span>{bar.label}</span>
      <i style={{ width: `${bar.pixels * scale}px` }} />
    </div>
  );
}

function measureMetersPerPixel(map: MapLibre): number {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const left = map.unproject([width / 2 - 50, height / 2]);
  const right = map.unproject([width / 2 + 50, height / 2]);
  const degrees = Math.abs(right.lng - left.lng) * Math.cos((left.lat * Math.PI) / 180);
  return ((degrees * Math.PI) / 180) * (EARTH_RADIUS_METERS / 100);
}

/** The longest round length (1, 2 or 5 times a power of ten) that fits. */
export function chooseScaleBar(metersPerPixel: number, longestPixels: number): Scale {
  const longest = metersPerPixel * longestPixels;
  const power = 10 ** Math.floor(Math.log10(longest));
  const meters = power * (longest / power >= 5 ? 5 : longest / power >= 2 ? 2 : 1);
  return { label: meters >= 1000 ? `${meters / 1000} km` : `${meters} m`, pixels: meters / metersPerPixel };
}
