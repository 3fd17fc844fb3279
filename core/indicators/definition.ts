import type { IndexRange } from '../county/area-range.ts';
import type { IsoDate } from '../county/dates.ts';
import type { LonLat } from '../geo/lon-lat.ts';
import type { AreaScope } from './area-scope.ts';
import type { IndicatorContext } from './context.ts';
import type { CountUnit, FigureReason, FigureUnit, IndicatorCode, NoteValues } from './figure.ts';

/** Who an entry is, for the rows behind a figure. */
export interface EntryDescription {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly areaCode: string;
  readonly position: LonLat | null;
}

/** The things a figure goes through: numbers from 0, or those that `indexes` holds, ascending. */
export interface EntrySource {
  readonly indexes: Int32Array | null;
  /** Those of an area: the numbers themselves, or places in `indexes`. */
  rangeIn(scope: AreaScope): IndexRange;
  describe(entry: number): EntryDescription;
}

/** From when to when a target runs. */
export interface Period {
  readonly startsOn: IsoDate;
  readonly deadline: IsoDate;
}

/**
 * The other side of a pair, people for households or households for people: sums of their own, or `weight` times the part's own numerator and
 * denominator (a household times its people).
 */
export type PairSpec =
  | {
      readonly countUnit: CountUnit;
      readonly weight: null;
      numerator(entry: number): number;
      denominator(entry: number): number;
    }
  | { readonly countUnit: CountUnit; weight(entry: number): number };

/** What is known of a part before anything is counted. */
export interface PartHead {
  /** Null for the headline. */
  readonly part: string | null;
  readonly unit: FigureUnit;
  readonly countUnit: CountUnit;
  /** `count`: the value is the numerator; `quotient`: numerator over denominator. */
  readonly form: 'count' | 'quotient';
  readonly pair: { readonly countUnit: CountUnit } | null;
  /** The indicator's target holds for this part too; the headline always has it. */
  readonly targeted?: boolean | undefined;
  /** Period of a yearly part; default the campaign. */
  readonly period?: Period | undefined;
  /** Planned value of an area at the day that the data itself holds (planned exit years), where no published schedule does. */
  readonly plannedNow?: ((scope: AreaScope) => number | null) | undefined;
  /** Minutes of travel decide: the figure names the version of the speed table. */
  readonly restsOnSpeeds?: boolean | undefined;
}

/**
 * One figure over the entries of a source: the figure is the sum of numerators over the sum of denominators, the rows behind it are the
 * entries themselves, so that the two cannot disagree. `NaN` says "not known" and makes the whole sum unknown.
 */
export interface PartSpec extends PartHead {
  includes(entry: number): boolean;
  numerator(entry: number): number;
  /** Null for a count that is part of nothing. */
  readonly denominator: ((entry: number) => number) | null;
  readonly pair: PairSpec | null;
  /** A denominator that is not a sum over entries: working days left. */
  readonly wholeDenominator?: number;
  /** Remark on an entry that counts; key of `texts.indicators` without `row_`. */
  note?(entry: number): string | null;
  /** Why an entry that is not included is listed all the same; null = not listed. */
  excludedNote?(entry: number): string | null;
  /** What stands in the sentence of either note. */
  noteValues?(entry: number): NoteValues | null;
  /** False where the county has no such ledger at all: a count is then unknown and not 0. */
  readonly hasData?: boolean;
  /** Reason given when a sum is unknown; default `no_data`. */
  readonly unknownReason?: FigureReason;
}

/**
 * Parts that divide the entries of one question into classes (by category, kind, year), added up in one pass. `class`: numerator and
 * denominator are those of the class (a rate within it); `all`: the denominator is that of all entries (a share).
 */
export interface Breakdown {
  /** The question; its own part key is not used. */
  readonly base: PartSpec;
  /** Part keys by class. */
  readonly parts: readonly string[];
  /** Class of an entry; -1 = none. */
  classOf(entry: number): number;
  readonly denominator: 'class' | 'all';
  /** Period of each class, for yearly parts. */
  readonly periods?: readonly Period[];
}

/** Parts that go through the same entries, the same for every area. */
export interface PartGroup {
  readonly source: EntrySource;
  readonly parts: readonly PartSpec[];
  readonly breakdowns?: readonly Breakdown[];
  /** Breakdowns whose classes are those of the area: the projects of a town. */
  breakdownsIn?(scope: AreaScope): readonly Breakdown[];
}

/** What an indicator is to reach: a value; what the plan says; ranked among its peers; or only shown. */
export type TargetRule =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'plan' | 'ranked' | 'shown' };

/** One indicator of the register. Its words are in `texts.indicators` under `<code>_name`, `_formula`, `_numerator`, `_denominator`, `_source`. */
export interface IndicatorDefinition {
  readonly code: IndicatorCode;
  readonly unit: FigureUnit;
  readonly countUnit: CountUnit;
  readonly betterDirection: 'up' | 'down' | 'none';
  readonly target: TargetRule;
  /** Without a monthly plan: linear over working days, or green exactly when the target is met (S2, S4, Q1). */
  readonly withoutSchedule: 'linear' | 'target';
  /**
   * Groups of parts; the part without a name is the headline. Asked once a context (`getPartGroups`).
   *
   * @param withParts false = the headline alone is wanted; parts that cost much may be left out
   */
  groups(context: IndicatorContext, withParts: boolean): readonly PartGroup[];
}
