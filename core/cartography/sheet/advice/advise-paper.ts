import type { Area } from '../../../county/county.ts';
import type { AreaLevel } from '../../../county/kinds.ts';
import type { PaperProjection } from '../../../geo/gauss-kruger.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import { getPaper, type Orientation, PAPER_NAMES, PAPER_SIZES, type PaperSize, paperDimensions } from '../paper.ts';
import { type ReadingHeights, readingHeights } from '../reading-heights.ts';
import { cutToLength } from '../roll-length.ts';
import { createSheetLayout } from '../sheet-layout.ts';
import { createCountyProjection, type PlaneBox, planeBoxOfArea } from '../sheet-projection.ts';

/** From how far the names of a sheet can be read: on the wall, on a table, in the hand. */
export type ReadingPlace = 'wall' | 'table' | 'hand';

/** How the names of the area's places stand on a sheet. */
export type NameDensity = 'room' | 'tight' | 'crowded';

/** A paper for an area, with what speaks for it and against it. */
export interface PaperAdvice {
  readonly paper: PaperSize;
  readonly orientation: Orientation;
  /** Denominator of the largest round scale that fits. */
  readonly scale: number;
  /** Whether that reaches the scale at which such areas are usually printed. */
  readonly isUsualScale: boolean;
  /** Denominator of that scale. */
  readonly usualScale: number;
  /** Part of the paper that the area itself covers, 0 to 1. */
  readonly share: number;
  /** Heights of characters, millimetres. */
  readonly heights: ReadingHeights;
  readonly reading: ReadingPlace;
  /** Towns, villages, settlements that are named. */
  readonly nameCount: number;
  /** Mean distance from one named place to the next, millimetres. */
  readonly nameSpacing: number;
  readonly names: NameDensity;
  /** Length to be cut from a roll, millimetres; null = no roll. */
  readonly rollLength: number | null;
  readonly isRecommended: boolean;
}

/** Scales at which areas are usually printed (domain.md section 8), denominators. */
const USUAL_SCALES: Readonly<Record<AreaLevel, number>> = { county: 75_000, town: 20_000, village: 5000 };
/** Least height of village names for reading from the wall at 1 m and from a table, millimetres; a little under the class, for paper near A0. */
const WALL_HEIGHT = 4.7;
const TABLE_HEIGHT = 2.2;
/** Where sheets of a level hang or lie. */
const WANTED_HEIGHT: Readonly<Record<AreaLevel, number>> = { county: WALL_HEIGHT, town: 3, village: TABLE_HEIGHT };
/** Room of a name in ems, and shares of the area that names may take. */
const NAME_EMS = 3.2 * 1.4;
const TIGHT_SHARE = 0.12;
const CROWDED_SHARE = 0.3;
const A4_AREA = PAPER_SIZES.A4[0] * PAPER_SIZES.A4[1];

/**
 * Papers for an area, each lying and standing at the largest round scale that fits, the best first. One is recommended.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `area_without_outline`
 */
export function advisePaper(
  context: IndicatorContext,
  { areaCode, papers = PAPER_NAMES }: { readonly areaCode: string; readonly papers?: readonly PaperSize[] },
): readonly PaperAdvice[] {
  const { area } = context.scope(areaCode);
  const { area: county } = context.scope(context.county.code);
  const projection = createCountyProjection(county.bbox);
  const subject: Subject = {
    level: area.level,
    box: planeBoxOfArea(area, projection),
    squareMeters: planeAreaOf(area, projection),
    nameCount: countNames(context, area),
  };
  const ranked = papers
    .flatMap((paper) => (['landscape', 'portrait'] as const).map((orientation) => advise(subject, paper, orientation)))
    .map((advice) => ({ advice, score: scoreOf(advice, subject.level) }))
    .sort((a, b) => b.score - a.score);
  return ranked.map(({ advice }, index) => ({ ...advice, isRecommended: index === 0 }));
}

interface Subject {
  readonly level: AreaLevel;
  readonly box: PlaneBox;
  readonly squareMeters: number;
  readonly nameCount: number;
}

function advise(
  { level, box, squareMeters, nameCount }: Subject,
  size: PaperSize,
  orientation: Orientation,
): PaperAdvice {
  const request = { paper: getPaper(size), orientation, scale: 'fit', box } as const;
  const paper = cutToLength(request);
  const { scale } = createSheetLayout({ ...request, paper });
  const { width, height } = paperDimensions(paper, orientation);
  const heights = readingHeights(paper);
  const onPaper = squareMeters * (1000 / scale) ** 2;
  // places of the level below the villages are named in the characters of tables
  const nameHeight = level === 'county' ? heights.village : heights.table;
  const taken = (nameCount * NAME_EMS * nameHeight ** 2) / onPaper;
  return {
    paper: size,
    orientation,
    scale,
    isUsualScale: scale <= USUAL_SCALES[level],
    usualScale: USUAL_SCALES[level],
    share: onPaper / (width * height),
    heights,
    reading: heights.village >= WALL_HEIGHT ? 'wall' : heights.village >= TABLE_HEIGHT ? 'table' : 'hand',
    nameCount,
    nameSpacing: Math.sqrt(onPaper / Math.max(1, nameCount)),
    names: taken > CROWDED_SHARE ? 'crowded' : taken > TIGHT_SHARE ? 'tight' : 'room',
    rollLength: paper.roll ? Math.max(width, height) : null,
    isRecommended: false,
  };
}

/** Weights of what speaks for a paper; larger paper costs. */
const WEIGHTS = {
  readable: 40,
  names: { room: 25, tight: 12, crowded: 0 } as const,
  share: 60,
  usualScale: 10,
  cost: 5,
  sheet: 3,
};

function scoreOf(advice: PaperAdvice, level: AreaLevel): number {
  const readable = Math.min(1, advice.heights.village / WANTED_HEIGHT[level]);
  const { width, height } = paperDimensions(advice.paper, advice.orientation);
  const squareMillimeters = advice.rollLength === null ? width * height : Math.min(width, height) * advice.rollLength;
  return (
    WEIGHTS.readable * readable ** 2 +
    WEIGHTS.names[advice.names] +
    WEIGHTS.share * advice.share +
    (advice.isUsualScale ? WEIGHTS.usualScale : 0) +
    (advice.paper.startsWith('A') ? WEIGHTS.sheet : 0) -
    WEIGHTS.cost * Math.log2(squareMillimeters / A4_AREA)
  );
}

/** Places that a sheet of the area names: towns and villages of a county; below it villages and settlements. */
function countNames({ county }: IndicatorContext, { code, level }: Area): number {
  const areas = county.areas.filter((area) => area.code !== code && area.code.startsWith(code)).length;
  const settlements =
    level === 'county' ? 0 : county.settlements.filter(({ villageCode }) => villageCode.startsWith(code)).length;
  return areas + settlements;
}

/** Area in the plane, square metres: outer rings less holes. */
function planeAreaOf({ boundary }: Area, projection: PaperProjection): number {
  const polygons = boundary.type === 'Polygon' ? [boundary.coordinates] : boundary.coordinates;
  return polygons
    .map((rings) =>
      rings
        .map((ring) => {
          const points = ring.map((position) => projection.forward(position));
          const twice = points.reduce((sum, [x, y], index) => {
            const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
            return sum + x * nextY - nextX * y;
          }, 0);
          return Math.abs(twice) / 2;
        })
        .reduce((left, ring, index) => (index === 0 ? ring : left - ring), 0),
    )
    .reduce((sum, polygon) => sum + polygon, 0);
}
