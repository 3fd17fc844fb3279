import type { County } from '../../../county/county.ts';

const known = new WeakMap<County['pieces'], readonly (readonly string[])[]>();

/** Areas through which each segment runs, aligned with `County.segments`; kept with the pieces. */
export function listSegmentAreas({ pieces, segments }: County): readonly (readonly string[])[] {
  const kept = known.get(pieces);
  if (kept) return kept;
  const areas: string[][] = segments.map(() => []);
  for (let i = 0; i < pieces.count; i++) {
    const code = pieces.areaCodes[i];
    const of = areas[pieces.segment[i] ?? -1];
    if (code !== undefined && of && !of.includes(code)) of.push(code);
  }
  known.set(pieces, areas);
  return areas;
}
