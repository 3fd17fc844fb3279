import type { County } from '#core/county/county.ts';
import { CODED_LISTS, type CodedList, type CountyChange } from '#core/county/county-change.ts';

/** Parts of a county in memory that rest on a list beside the list itself. */
const RESTING: { readonly [List in CodedList]?: readonly (keyof County)[] } = {
  // columns of households point into these lists
  settlements: ['households'],
  sites: ['households'],
  hazards: ['households'],
  // pieces are cut by areas, and roads are computed as a whole
  areas: ['segments', 'pieces', 'links', 'roadFaults'],
  segments: ['pieces', 'links', 'roadFaults'],
};

/** Parts of a county in memory that differ after a change; every other part stays the same object. */
export function listTouchedParts({
  upserts,
  removed,
  ledgerRows,
  removedLedgerRows,
  dataDate,
}: CountyChange): readonly (keyof County)[] {
  const touched = CODED_LISTS.filter((list) => (upserts[list] ?? []).length + (removed[list] ?? []).length > 0);
  const parts = new Set<keyof County>(touched.flatMap((list) => [list, ...(RESTING[list] ?? [])]));
  if (ledgerRows.length + removedLedgerRows.length > 0) parts.add('ledgerRows');
  if (dataDate !== null) parts.add('dataDate');
  return [...parts];
}
