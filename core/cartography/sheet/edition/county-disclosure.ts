import type { County } from '../../../county/county.ts';
import type { IsoDate } from '../../../county/dates.ts';
import { computeFigure } from '../../../indicators/compute.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import { PUBLIC_STATISTICS, type PublicStatistic, type PublicStatisticName } from './public-figures.ts';
import { type CellMark, type CellTable, markCell, suppressCells } from './suppress-cells.ts';

/**
 * What public editions of a county print of households and people: decided once for the county, for all areas, maps and days together, so that
 * no two sheets show what one of them hides.
 */
export interface CountyDisclosure {
  /** Day of the counts on a public edition of a date: the last 31 December by then; null before the first. */
  releaseOf(asOf: IsoDate): IsoDate | null;
  /** How the households or people of a statistic are printed for an area at a release day. */
  mark(cell: DisclosedCell): CellMark;
}

/** A total of a statistic. */
export interface DisclosedCell {
  readonly statistic: PublicStatisticName;
  readonly areaCode: string;
  readonly release: IsoDate;
  readonly unit: 'households' | 'people';
}

const known = new WeakMap<County, CountyDisclosure>();

/**
 * The disclosure of a county. Counts are published once a year: what changed from one month to the next would be one or two households in most
 * villages. All of the campaign's days up to the data date are looked at, whatever the day of the sheet.
 */
export function getCountyDisclosure(context: IndicatorContext): CountyDisclosure {
  const { recorded } = context;
  const disclosure = known.get(recorded) ?? createCountyDisclosure(context);
  known.set(recorded, disclosure);
  return disclosure;
}

interface DisclosedTable {
  readonly table: CellTable;
  readonly hidden: ReadonlySet<number>;
}

function createCountyDisclosure(context: IndicatorContext): CountyDisclosure {
  const releases = listReleases(context.recorded);
  const indexOf = new Map(context.recorded.areas.map(({ code }, index) => [code, index]));
  const tables = new Map<PublicStatisticName, DisclosedTable>();
  const tableOf = (name: PublicStatisticName): DisclosedTable => {
    const made = tables.get(name) ?? hideCells(createCellTable(context, PUBLIC_STATISTICS[name], releases));
    tables.set(name, made);
    return made;
  };
  return {
    releaseOf: (asOf) => releases.findLast((day) => day <= asOf) ?? null,
    mark: ({ statistic, areaCode, release, unit }) => {
      const day = releases.indexOf(release);
      const area = indexOf.get(areaCode);
      if (day < 0 || area === undefined) return 'withheld';
      const { table, hidden } = tableOf(statistic);
      return markCell(table, hidden, { day, area, column: unit === 'households' ? 0 : 1 });
    },
  };
}

const hideCells = (table: CellTable): DisclosedTable => ({ table, hidden: suppressCells(table) });

/** Each 31 December from the campaign's start to the data date. */
export function listReleases({ campaign, dataDate }: Pick<County, 'campaign' | 'dataDate'>): readonly IsoDate[] {
  const releases: IsoDate[] = [];
  for (let year = Number(campaign.startsOn.slice(0, 4)); `${year}-12-31` <= dataDate; year++)
    if (`${year}-12-31` >= campaign.startsOn) releases.push(`${year}-12-31`);
  return releases;
}

/** The cells of a statistic, counted by its figures: all areas of the county at all release days. */
export function createCellTable(
  context: IndicatorContext,
  { figures, columns, count }: PublicStatistic,
  releases: readonly IsoDate[],
): CellTable {
  const { areas } = context.recorded;
  const indexOf = new Map(areas.map(({ code }, index) => [code, index]));
  const parentOf = new Map<string, string>();
  for (const [parent, children] of context.index.children) for (const child of children) parentOf.set(child, parent);
  return {
    areas: areas.map(({ code }) => ({ code, parent: indexOf.get(parentOf.get(code) ?? '') ?? -1 })),
    columns,
    days: releases.map((release) => {
      const then = context.at(release);
      return areas.map(({ code }) =>
        count(figures.map((figure) => computeFigure(then, figure, code, { parts: false }))),
      );
    }),
  };
}
