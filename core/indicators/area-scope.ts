import { findAreaRange, type IndexRange } from '../county/area-range.ts';
import type { Area, County } from '../county/county.ts';
import { once } from './once.ts';

/** An area with the contiguous range it covers in each list of its county; each range is searched at its first use. */
export interface AreaScope {
  readonly code: string;
  readonly area: Area;
  areas(): IndexRange;
  settlements(): IndexRange;
  households(): IndexRange;
  pieces(): IndexRange;
  sites(): IndexRange;
  hazards(): IndexRange;
  parks(): IndexRange;
  projects(): IndexRange;
  tasks(): IndexRange;
  items(): IndexRange;
  ledgerRows(): IndexRange;
}

/** The scope of an area of the county. */
export function createAreaScope(county: County, area: Area): AreaScope {
  const range = (count: number, codeAt: (index: number) => string) =>
    once(() => findAreaRange(count, codeAt, area.code));
  const byCode = (list: readonly { readonly code: string }[]) => range(list.length, (i) => list[i]?.code ?? '');
  const byArea = (list: readonly { readonly areaCode: string }[]) => range(list.length, (i) => list[i]?.areaCode ?? '');
  const { households, pieces, ledgerRows } = county;
  return {
    code: area.code,
    area,
    areas: byCode(county.areas),
    settlements: byCode(county.settlements),
    households: range(households.count, (i) => households.codes[i] ?? ''),
    pieces: range(pieces.count, (i) => pieces.areaCodes[i] ?? ''),
    sites: byArea(county.sites),
    hazards: byArea(county.hazards),
    parks: byArea(county.parks),
    projects: byArea(county.projects),
    tasks: byArea(county.tasks),
    items: byArea(county.items),
    ledgerRows: range(ledgerRows.length, (i) => ledgerRows[i]?.villageCode ?? ''),
  };
}
