import type { HomesteadRow, HouseholdRow } from '#core/county/things.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { moveByMeters } from './blob.ts';
import { createRandom } from './random.ts';

/** One old homestead for each relocation household, scattered around its settlement. */
export function createHomesteadRows(
  seed: number,
  households: readonly HouseholdRow[],
  positionOf: (settlementCode: string) => LonLat,
): HomesteadRow[] {
  const random = createRandom(seed, 'homesteads');
  return households
    .filter(({ relocation }) => relocation !== null)
    .map((household, i) => ({
      code: `ZJ${String(i + 1).padStart(5, '0')}`,
      householdCode: household.code,
      position: moveByMeters(
        positionOf(household.settlementCode),
        random.between(-150, 150),
        random.between(-150, 150),
      ),
    }));
}
