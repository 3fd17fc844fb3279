import { listSheetChanges, type SheetChanges } from '#core/cartography/sheet/changes/list-sheet-changes.ts';
import type { SheetSpec } from '#core/cartography/sheet/sheet-spec.ts';
import type { IsoDate } from '#core/county/dates.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { type RegisterKey, toShanghaiDate } from './register-parts.ts';

/** What decides what a printed sheet shows. */
export interface PrintedSheet extends Pick<RegisterKey, 'countyCode'> {
  readonly spec: SheetSpec;
  readonly revision: number;
}

/** Whether a sheet still tells what is, against which state of the county. */
export interface HangingState extends SheetChanges {
  readonly now: IndicatorContext;
}

/** Answers whether sheets are out of date. */
export interface HangingStates {
  /** @throws {NotFoundError} `unknown_county`, `unknown_area`, `plan_not_found` */
  find(sheet: PrintedSheet): Promise<HangingState>;
}

/** What the states are found with. */
export interface HangingStateParts {
  /** The county at a day and revision, under a plan where one is named; the same object for the same question. */
  readonly getContext: (
    countyCode: string,
    at?: { readonly asOf?: IsoDate; readonly revision?: number; readonly plan?: string | null },
  ) => Promise<IndicatorContext>;
  /** When a revision was recorded; undefined when there is none. */
  readonly findRevisionTime: (version: CountyVersion) => Promise<Date | undefined>;
}

/**
 * Compares what sheets show at their revision and day with the county now. All sheets of one revision, day and plan share one state of the county, and
 * sheets of one map and area share one answer: four hundred sheets of a batch cost little more than one.
 */
export function createHangingStates({ getContext, findRevisionTime }: HangingStateParts): HangingStates {
  const kept = new WeakMap<IndicatorContext, Map<string, SheetChanges>>();
  return {
    async find({ countyCode, spec, revision }) {
      const { plan } = spec.options;
      const now = await getContext(countyCode, { plan });
      const key = JSON.stringify([spec.map, spec.areaCode, revision, spec.asOf, plan]);
      const answers = kept.get(now) ?? new Map<string, SheetChanges>();
      kept.set(now, answers);
      const known = answers.get(key);
      if (known) return { ...known, now };
      const before = await getContext(countyCode, { asOf: spec.asOf, revision, plan });
      const found = listSheetChanges(spec, before, now);
      const isDated = found.since !== null || found.changes.length === 0;
      const next = isDated ? undefined : await findRevisionTime({ countyCode, revision: revision + 1 });
      const answer = { ...found, since: found.since ?? (next ? toShanghaiDate(next) : null) };
      answers.set(key, answer);
      return { ...answer, now };
    },
  };
}
