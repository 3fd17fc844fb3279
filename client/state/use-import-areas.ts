import { useAreaOf } from './use-sheet-areas.ts';
import { useView } from './view-store.ts';

const COUNTY_DIGITS = 6;
const TOWN_DIGITS = 9;

/** Areas that a table may speak of, with their names: the county, its towns, and the villages of the town that is chosen. */
export function useImportAreas(chosen: string): readonly { readonly value: string; readonly label: string }[] {
  const language = useView((view) => view.language);
  const county = useAreaOf(chosen.slice(0, COUNTY_DIGITS)).data;
  const town = useAreaOf(chosen.length >= TOWN_DIGITS ? chosen.slice(0, TOWN_DIGITS) : null).data;
  const nameOf = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string =>
    language === 'zh' ? name : nameEn;
  if (!county) return [{ value: chosen, label: chosen }];
  return [
    { value: county.area.code, label: nameOf(county.area) },
    ...county.children.flatMap((child) => [
      { value: child.code, label: `　${nameOf(child)}` },
      ...(child.code === town?.area.code
        ? town.children.map((village) => ({ value: village.code, label: `　　${nameOf(village)}` }))
        : []),
    ]),
  ];
}
