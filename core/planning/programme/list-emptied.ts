import type { County } from '../../county/county.ts';

const NO_ARRANGEMENT = 255;

/**
 * Settlements that the plan empties, aligned with `County.settlements`; 1 = emptied. A settlement is emptied when its road duty says that it is to
 * be moved, or when every household of it is a relocation household that goes to another place (any arrangement but a site that stands in this
 * very settlement) and nobody else is registered there. A settlement of which no household is known is not emptied by households.
 */
export function listEmptied(county: County): Uint8Array {
  const { settlements, households, sites } = county;
  const all = new Int32Array(settlements.length);
  const leaving = new Int32Array(settlements.length);
  for (let household = 0; household < households.count; household++) {
    const settlement = households.settlement[household] ?? -1;
    all[settlement] = (all[settlement] ?? 0) + 1;
    if (households.arrangement[household] === NO_ARRANGEMENT) continue;
    const siteCode = sites[households.site[household] ?? -1]?.code ?? null;
    if (siteCode !== null && siteCode === settlements[settlement]?.siteCode) continue;
    leaving[settlement] = (leaving[settlement] ?? 0) + 1;
  }
  return Uint8Array.from(settlements, ({ roadDuty, registeredHouseholds }, i) => {
    const known = Math.max(all[i] ?? 0, registeredHouseholds ?? 0);
    const areAllLeaving = known > 0 && leaving[i] === known;
    return roadDuty === 'to_be_moved' || areAllLeaving ? 1 : 0;
  });
}
