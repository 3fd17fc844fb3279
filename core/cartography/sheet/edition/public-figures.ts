import type { Figure, IndicatorCode } from '../../../indicators/figure.ts';
import type { CellTable } from './suppress-cells.ts';

/** Figures that count no households and no people: public as they are. What is not named here or below is not printed on a public edition. */
export const OPEN_FIGURES: readonly IndicatorCode[] = ['R0', 'R1', 'R2', 'R5', 'R6', 'P1', 'P2', 'P3', 'S5', 'I3'];

/** A statistic of households and people that public editions may print, and all that can be computed from the figures printed of it. */
export interface PublicStatistic {
  readonly figures: readonly IndicatorCode[];
  readonly columns: CellTable['columns'];
  /** Counts of an area in the order of the columns, from its headline figures in the order of `figures`. */
  count(figures: readonly Figure[]): readonly number[];
}

const households = (isMarked: boolean) => ({ unit: 'households', isMarked }) as const;
const people = (isMarked: boolean) => ({ unit: 'people', isMarked }) as const;

/** Numerator, or what the denominator leaves; not known counts as nought. */
const top = (figure: Figure | undefined): number => figure?.numerator ?? 0;
const rest = (figure: Figure | undefined): number => Math.max(0, (figure?.denominator ?? 0) - top(figure));
const topPair = (figure: Figure | undefined): number => figure?.pair?.numerator ?? 0;
const restPair = (figure: Figure | undefined): number =>
  Math.max(0, (figure?.pair?.denominator ?? 0) - topPair(figure));

/** The statistics of public editions by name. Their figures share no counts, so that each is hidden for itself. */
export const PUBLIC_STATISTICS = {
  /** T1 and T2: targets, and the registered who are none. Where registered people are not known, T2 counts fewer than T1. */
  targets: {
    figures: ['T1', 'T2'],
    columns: [
      households(true),
      people(true),
      people(false),
      people(false),
      people(false),
      households(false),
      households(false),
      households(false),
    ],
    count: ([count, share]) => {
      const [inHouseholds, inPeople] = [count?.value ?? 0, count?.pair?.value ?? 0];
      return [
        inHouseholds,
        inPeople,
        top(share),
        rest(share),
        Math.abs(inPeople - top(share)),
        topPair(share),
        restPair(share),
        Math.abs(inHouseholds - topPair(share)),
      ];
    },
  },
  /** S1 and S3: relocation households, those in sites, those moved in, and the others. */
  relocation: {
    figures: ['S1', 'S3'],
    columns: [
      households(true),
      people(true),
      ...[1, 2].flatMap(() => [households(false), households(false), people(false), people(false)]),
    ],
    count: ([centralised, movedIn]) => [
      top(centralised) + rest(centralised),
      topPair(centralised) + restPair(centralised),
      ...[centralised, movedIn].flatMap((one) => [top(one), rest(one), topPair(one), restPair(one)]),
    ],
  },
  /** S4: threatened and not moved, of all that were threatened. */
  threatened: {
    figures: ['S4'],
    columns: [households(true), people(true), households(false), households(false), people(false), people(false)],
    count: ([count]) => {
      const whole = [count?.denominator ?? 0, count?.pair?.denominator ?? 0] as const;
      return [top(count), topPair(count), whole[0], rest(count), whole[1], restPair(count)];
    },
  },
} as const satisfies Readonly<Record<string, PublicStatistic>>;
export type PublicStatisticName = keyof typeof PUBLIC_STATISTICS;

/** The statistic a figure belongs to; null for one that belongs to none. */
export function findStatistic(code: IndicatorCode): PublicStatisticName | null {
  for (const [name, { figures }] of Object.entries(PUBLIC_STATISTICS))
    if ((figures as readonly IndicatorCode[]).includes(code)) return name as PublicStatisticName;
  return null;
}
