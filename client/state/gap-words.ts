import type { GapSort } from '#client/api/network-requests.ts';
import type { GapsAnswer } from '#core/api/network.ts';
import { type Bbox, bboxOfPositions } from '#core/geo/bbox.ts';
import type { TextKey } from '#core/texts/text.ts';
import type { DrawnLine } from './tool-drawing.ts';

type Gap = GapsAnswer['items'][number];

/** Orders of the gap list with their words. */
export const GAP_SORTS: Readonly<Record<GapSort, TextKey<'tools'>>> = {
  km: 'sort_km',
  '-km': 'sort_long',
  cost: 'sort_cost',
  '-cost': 'sort_costly',
  '-people': 'sort_people',
  people: 'sort_few',
  code: 'sort_code',
};

/** What has to be seen of a gap: the settlement and every segment that would join it. */
export const gapBounds = (gap: Gap): Bbox =>
  bboxOfPositions([gap.position, ...gap.segments.flatMap(({ line }) => line.coordinates)]);

/** The segments of the open gap in red, those that are chosen in the colour of choice. */
export function drawGaps(
  items: readonly Gap[],
  { shown, segments }: { readonly shown: string | null; readonly segments: readonly string[] },
): readonly DrawnLine[] {
  const chosen = new Map<string, DrawnLine>();
  for (const { code, line } of items.flatMap((gap) => gap.segments)) {
    if (segments.includes(code)) chosen.set(code, { kind: 'chosen', line: line.coordinates });
  }
  const open = items.find(({ code }) => code === shown)?.segments ?? [];
  const gaps = open
    .filter(({ code }) => !chosen.has(code))
    .map(({ line }): DrawnLine => ({ kind: 'gap', line: line.coordinates }));
  return [...gaps, ...chosen.values()];
}
