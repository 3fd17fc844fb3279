import type { County } from '../../county/county.ts';
import type { Dem } from '../../county/county-rows.ts';
import type { PlanRow } from '../../county/plan.ts';
import type { HouseholdEventKind } from '../../county/things.ts';

/** Lists that go into the snapshot as they are. */
export const PLAIN_LISTS = [
  'areas',
  'settlements',
  'sites',
  'segments',
  'hazards',
  'parks',
  'services',
  'constraints',
  'rivers',
] as const satisfies readonly (keyof County)[];

/** Columns of households that are kept; the others are filled with "none". */
export const HOUSEHOLD_COLUMNS = [
  'settlement',
  'people',
  'labourForce',
  'arrangement',
  'site',
  'plannedMoveYear',
] as const satisfies readonly (keyof County['households'])[];

/** Kinds of event that a plan minds. */
export const HOUSEHOLD_EVENTS: readonly HouseholdEventKind[] = ['structure_done', 'handed_over', 'moved_in'];

/**
 * A county as the page needs it to plan, as JSON: everything that commands, evaluations and the suitability of a place rest on, and nothing else.
 * Households are those to be moved only. Numbers are written as JSON writes them, which gives back the very same doubles.
 */
export type EncodedCounty = Pick<
  County,
  'code' | 'revision' | 'dataDate' | 'origin' | 'campaign' | 'settings' | (typeof PLAIN_LISTS)[number]
> & {
  readonly households: {
    readonly codes: readonly string[];
    readonly columns: Readonly<Record<(typeof HOUSEHOLD_COLUMNS)[number], readonly number[]>>;
    /** Days by kind of event; null = never. */
    readonly eventDay: Readonly<Record<string, readonly (number | null)[]>>;
  };
  readonly links: {
    readonly nodeCount: number;
    readonly segment: readonly number[];
    readonly fromNode: readonly number[];
    readonly toNode: readonly number[];
    readonly fromMeters: readonly number[];
    readonly toMeters: readonly number[];
  };
  /** Published plans without their schedules, and without the commands of those that are in the rows already. */
  readonly plans: readonly Omit<PlanRow, 'schedule'>[];
  /** Elevations as differences from the cell to the west, in the first column from the cell to the north. */
  readonly dem: (Omit<Dem, 'elevations'> & { readonly differences: readonly number[] }) | null;
};
