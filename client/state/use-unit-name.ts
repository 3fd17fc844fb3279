import { joinUnitName } from '#core/cartography/map-title.ts';
import { useArea } from './use-area.ts';
import { useView } from './view-store.ts';

/** The full name of the open area with all above it, as titles of sheets have it; empty until it is known. */
export function useUnitName(): string {
  const language = useView((view) => view.language);
  const detail = useArea().data;
  if (detail === undefined) return '';
  const names = [...detail.parents, detail.area].map(({ name, nameEn }) => (language === 'zh' ? name : nameEn));
  return joinUnitName(language, names);
}
