import type { County } from '#core/county/county.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import type { HouseholdEventKind, HouseholdRow, SegmentRow, ThingEvent } from '#core/county/things.ts';

/**
 * A county at a day for recounting by plain code: rows as they were exported, besides the cut pieces and the links of the roads as they are
 * stored. Nothing here uses the product's functions.
 */
export interface NaiveWorld {
  readonly rows: CountyRows;
  readonly stored: Pick<County, 'pieces' | 'links' | 'segments'>;
  readonly asOf: string;
}

/** Numerator and denominator of a headline; denominator null where the figure has none. */
export interface NaiveFigure {
  readonly numerator: number;
  readonly denominator: number | null;
}

/** A recount of one headline in an area. */
export type Recount = (world: NaiveWorld, area: string) => NaiveFigure;

/** The last event of a kind that had happened by the day. */
export function latest<Kind extends string>(
  { asOf }: NaiveWorld,
  events: readonly ThingEvent<Kind>[],
  kind?: Kind,
): ThingEvent<Kind> | undefined {
  return events
    .filter((event) => event.on <= asOf && (kind === undefined || event.kind === kind))
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .at(-1);
}

/** Whether something had happened to a household by the day. */
export const happened = (world: NaiveWorld, household: HouseholdRow, kind: HouseholdEventKind): boolean =>
  household.events.some((event) => event.kind === kind && event.on <= world.asOf);

/** Whether a segment was there at the day. */
export function stands(world: NaiveWorld, { events }: Pick<SegmentRow, 'events'>): boolean {
  const changes = events.filter(({ kind }) => kind === 'opened' || kind === 'closed');
  const last = latest(world, changes);
  return last ? last.kind === 'opened' : changes.every(({ kind }) => kind !== 'opened');
}

/** Its surface at the day. */
export const surfaceOf = (world: NaiveWorld, { events }: Pick<SegmentRow, 'events'>): string | undefined =>
  latest(world, events, 'surface')?.value;

/** Whether a code lies in an area: codes begin with that of the area. */
export const isIn = (area: string) => (code: string) => code.startsWith(area);

/** A share: how many of those asked answer yes. */
export const share = <Item>(asked: readonly Item[], counts: (item: Item) => boolean): NaiveFigure => ({
  numerator: asked.filter(counts).length,
  denominator: asked.length,
});

/** Sum over a list. */
export const total = <Item>(items: readonly Item[], amount: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + amount(item), 0);
