import type { IsoDate } from '../county/dates.ts';

/** Codes of the register, domain.md section 5. */
export const INDICATOR_CODES = [
  'T1',
  'T2',
  'T3',
  'R0',
  'R1',
  'R2',
  'R3',
  'R4',
  'R5',
  'R6',
  'D1',
  'D2',
  'D3',
  'S1',
  'S2',
  'S3',
  'S4',
  'S5',
  'S6',
  'S7',
  'P1',
  'P2',
  'P3',
  'P4',
  'P5',
  'I1',
  'I2',
  'I3',
  'Q1',
] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/**
 * Unit of a figure's `value`. `ratio` is 0 to 1. Core computes in meters, yuan, meters_per_day and minutes; what people read (API, screen,
 * sheet) has passed `toReaderUnits` once and says km, wan_yuan and km_per_day instead.
 */
export type FigureUnit =
  | 'ratio'
  | 'households'
  | 'people'
  | 'meters'
  | 'km'
  | 'minutes'
  | 'yuan'
  | 'wan_yuan'
  | 'meters_per_day'
  | 'km_per_day'
  | 'count'
  | 'rows';

/**
 * What numerator and denominator count. Of a mean (D1) and a pace (R5) it names the denominator; their numerator is in the value's unit.
 * `meters` and `yuan` become `km` and `wan_yuan` in `toReaderUnits`.
 */
export type CountUnit =
  | 'meters'
  | 'yuan'
  | 'parks'
  | 'days'
  | 'households'
  | 'people'
  | 'villages'
  | 'settlements'
  | 'km'
  | 'projects'
  | 'wan_yuan'
  | 'items'
  | 'hazards'
  | 'facilities'
  | 'sites'
  | 'rows'
  | 'homesteads'
  | 'minutes'
  | 'scale'
  | 'mu';

/** Light of a figure. `due_soon` and `recovered` are marks of their own (`FigureMarks`). */
export type Light = 'green' | 'yellow' | 'red' | 'grey';

/** Why there is no value or no coloured light: key of `texts.indicators` with prefix `reason_`. */
export type FigureReason =
  | 'empty_denominator'
  | 'people_unknown'
  | 'no_target'
  | 'no_deadline'
  | 'not_started'
  | 'no_data';

/** What a light was measured against; `linear` is marked 按时间均摊. */
export interface FigureTarget {
  /** Target at the end, in the figure's unit. */
  readonly value: number;
  /** Planned value at `asOf`; null when there is none. */
  readonly plannedNow: number | null;
  readonly basis: 'schedule' | 'linear' | 'target';
  readonly deadline: IsoDate | null;
}

/** The same figure counted the other way: households for people or people for households. */
export interface FigurePair {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly countUnit: CountUnit;
}

/**
 * One figure, the only form in which a number travels: panel, legend, ranking, sheet, export and API show this object.
 *
 * Every code gives one headline figure and `parts` of the same shape (by kind, limit, rule, year …; `part` is a stable key such as
 * `category:industry` or `limit:3000`, its label comes from `texts`). An empty denominator gives `value: null` and a reason, never 0 or 1.
 * In counts (`unit` households, people, km …) `value` equals `numerator` and `denominator` may be null.
 */
export interface Figure {
  readonly code: IndicatorCode;
  readonly part: string | null;
  /** Area code. */
  readonly area: string;
  readonly asOf: IsoDate;
  /** Code of the plan it is measured against; null = none published. */
  readonly plan: string | null;
  readonly revision: number;
  readonly value: number | null;
  readonly unit: FigureUnit;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly countUnit: CountUnit;
  readonly pair: FigurePair | null;
  readonly target: FigureTarget | null;
  readonly light: Light;
  /** Lag behind the planned value, signed so that positive = behind; same unit as `value`. */
  readonly lag: number | null;
  readonly dueSoon: boolean;
  readonly recovered: boolean;
  readonly reason: FigureReason | null;
  /** Version of the speed table, for figures in which minutes decide; else null. */
  readonly speedVersion: number | null;
}

/** A headline figure with its parts. */
export interface FigureWithParts extends Figure {
  readonly parts: readonly Figure[];
}

/** What stands in the sentence of a note: numbers, words of the data, or a name in both languages. */
export type NoteValues = Readonly<Record<string, string | number | { readonly name: string; readonly nameEn: string }>>;

/** A row behind a figure: it counts or it does not, and why. `position` locates it on the map. */
export interface FigureRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly areaCode: string;
  /** What it adds to the numerator and to the denominator, in `countUnit`. */
  readonly numerator: number;
  readonly denominator: number;
  /**
   * What it adds to the numerator and to the denominator of `pair`, in the pair's `countUnit`. Null where the figure has no such sum, and where
   * the amount of this row is not known: then the sum of the pair is not known either.
   */
  readonly pairNumerator: number | null;
  readonly pairDenominator: number | null;
  /** False for rows that are excluded, with the reason. */
  readonly counts: boolean;
  /** Stable key, label from `texts.indicators` with prefix `row_`; null when it simply counts. */
  readonly note: string | null;
  /** Values of the note's placeholders; null when it has none. */
  readonly noteValues: NoteValues | null;
  readonly position: readonly [number, number] | null;
}
