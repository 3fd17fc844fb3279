import { centralMeridianOfZone } from './convert-source-crs.ts';
import type { CrsGuess, SourceCrs } from './source-crs.ts';

/** Two numbers of a position as they stand in a file. */
export interface NumberPair {
  readonly first: number;
  readonly second: number;
}

/** A system that numbers could be in, by their size. */
export interface CrsCandidate {
  readonly crs: SourceCrs;
  readonly by: CrsGuess['by'];
}

/** What numbers can be, with a margin around China: longitudes and latitudes; eastings without zone, northings; Mercator metres. */
const LIMITS = {
  longitude: [70, 140],
  latitude: [0, 60],
  easting: [50_000, 950_000],
  northing: [300_000, 6_300_000],
  mercatorX: [8_000_000, 15_400_000],
  mercatorY: [300_000, 7_600_000],
} as const;

/** Zones of China: three-degree 24 to 46, six-degree 13 to 23; no number is in both. */
const ZONES = { 3: [24, 46], 6: [13, 23] } as const;

/** Share of pairs that must fit the ranges of a system, so that a few mistyped rows do not hide it. */
const FITTING_SHARE = 0.8;

/**
 * Systems that pairs of numbers could be in by their size alone, likelier ones first: degrees in either order (each also as GCJ-02 and BD-09), Gauss-Kruger
 * with a zone before the easting, without one about the meridians near a county, Mercator metres.
 *
 * @param nearLon longitude of the county in degrees: which meridians to try
 */
export function listCrsCandidates(pairs: readonly NumberPair[], nearLon: number): readonly CrsCandidate[] {
  return [false, true].flatMap((swapped) => {
    const turned = swapped ? pairs.map(({ first, second }) => ({ first: second, second: first })) : pairs;
    return candidatesInOrder(turned, nearLon).map(
      ({ crs, by }): CrsCandidate => ({ crs: { ...crs, swapped }, by: swapped ? 'swapped' : by }),
    );
  });
}

function candidatesInOrder(pairs: readonly NumberPair[], nearLon: number): readonly CrsCandidate[] {
  const candidates: CrsCandidate[] = [];
  const fits = (x: readonly [number, number], y: readonly [number, number]) =>
    shareWithin(pairs, x, y) >= FITTING_SHARE;
  if (fits(LIMITS.longitude, LIMITS.latitude)) {
    for (const kind of ['cgcs2000', 'gcj02', 'bd09'] as const)
      candidates.push({ crs: { kind, swapped: false }, by: 'range' });
  }
  for (const zoneWidth of [3, 6] as const) {
    const [lowest, highest] = ZONES[zoneWidth];
    if (fits([lowest * 1_000_000, (highest + 1) * 1_000_000], LIMITS.northing)) {
      const zone = commonZone(pairs);
      const centralMeridian = centralMeridianOfZone(zone, zoneWidth);
      candidates.push({ crs: grid(zoneWidth, centralMeridian, true), by: 'zone_prefix' });
    }
  }
  if (fits(LIMITS.easting, LIMITS.northing)) {
    for (const [zoneWidth, meridian] of meridiansNear(nearLon)) {
      candidates.push({ crs: grid(zoneWidth, meridian, false), by: 'range' });
    }
  }
  if (fits(LIMITS.mercatorX, LIMITS.mercatorY))
    candidates.push({ crs: { kind: 'web_mercator', swapped: false }, by: 'range' });
  return candidates;
}

const grid = (zoneWidth: 3 | 6, centralMeridian: number, zonePrefix: boolean): SourceCrs => ({
  kind: 'gauss_kruger',
  zoneWidth,
  centralMeridian,
  zonePrefix,
  swapped: false,
});

/** The county's own meridian first; a six-degree zone is named only where no three-degree zone has its meridian near by. */
function meridiansNear(lon: number): readonly (readonly [3 | 6, number])[] {
  const own = Math.round(lon / 3) * 3;
  const threes = [own, own - 3, own + 3].map((meridian) => [3, meridian] as const);
  const six = centralMeridianOfZone(Math.floor(lon / 6) + 1, 6);
  return threes.some(([, meridian]) => meridian === six) ? threes : [...threes, [6, six]];
}

/** The zone that most eastings begin with. */
function commonZone(pairs: readonly NumberPair[]): number {
  const counts = new Map<number, number>();
  for (const { first } of pairs) {
    const zone = Math.floor(first / 1_000_000);
    counts.set(zone, (counts.get(zone) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 0;
}

function shareWithin(
  pairs: readonly NumberPair[],
  [lowX, highX]: readonly [number, number],
  [lowY, highY]: readonly [number, number],
): number {
  if (pairs.length === 0) return 0;
  const count = pairs.filter(
    ({ first, second }) => first >= lowX && first < highX && second >= lowY && second < highY,
  ).length;
  return count / pairs.length;
}
