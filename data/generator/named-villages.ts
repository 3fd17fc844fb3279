import type { NamedVillages } from './area-rows.ts';
import { lengthMillimeters } from './exact-length.ts';
import { COUNTY_GRID } from './grid.ts';
import { LEDGER_HOUSEHOLDS } from './ledger-rows.ts';
import type { Regions } from './regions.ts';
import type { RoadLine } from './road-lines.ts';
import { isClearOfBorder, type SettlementPlace } from './settlement-places.ts';
import type { SettlementSize } from './settlement-sizes.ts';

const NEAR_CELLS = 2;

/** Whether a line stays so far from the borders of its village that no smoothing of them can cut it. */
export function isLineInside(regions: Regions, line: RoadLine, village: number): boolean {
  return line.cells.every((cell) => regions.village[cell] === village && isClearOfBorder(regions.village, cell));
}

/** Whether a line comes so near to a village that its smoothed border might cut it. */
export function isLineNear(regions: Regions, line: RoadLine, village: number): boolean {
  return line.cells.some((cell) => {
    for (let rows = -NEAR_CELLS; rows <= NEAR_CELLS; rows++) {
      for (let columns = -NEAR_CELLS; columns <= NEAR_CELLS; columns++) {
        if (regions.village[cell + rows * COUNTY_GRID.columns + columns] === village) return true;
      }
    }
    return false;
  });
}

/** Chooses the villages of the worked figures: the one with most rural road wholly inside, and a neighbour in the same town with about 89 targets. */
export function chooseNamedVillages({
  regions,
  lines,
  places,
  sizes,
}: {
  regions: Regions;
  lines: readonly RoadLine[];
  places: readonly SettlementPlace[];
  sizes: readonly SettlementSize[];
}): NamedVillages {
  const inside = regions.villageSeats.map(() => 0);
  for (const line of lines) {
    const village = regions.village[line.cells[0] as number] as number;
    const isRural = line.route.roadFunction !== null && regions.townOfVillage[village] !== 0;
    if (isRural && isLineInside(regions, line, village))
      inside[village] = (inside[village] as number) + lengthMillimeters(line.positions);
  }
  const shiping = inside.indexOf(Math.max(...inside));
  const town = regions.townOfVillage[shiping];
  const away = regions.townOfVillage.map((other, village) => {
    if (other !== town || village === shiping) return Infinity;
    const own = sizes.filter((_, i) => places[i]?.village === village);
    const targets = own.reduce((sum, size) => sum + size.targets, 0);
    const relocated = own.reduce((sum, size) => sum + size.relocated, 0);
    return relocated > LEDGER_HOUSEHOLDS - 5 ? Infinity : Math.abs(targets - LEDGER_HOUSEHOLDS);
  });
  return { shiping, shuanghe: away.indexOf(Math.min(...away)) };
}
