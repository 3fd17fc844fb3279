import type { MapBody } from './body/draw-map-body.ts';
import type { LabelWish } from './body/layer-drawing.ts';
import type { IndexedName } from './furniture/name-index.ts';
import type { ReferenceSquares } from './reference-squares.ts';
import type { TableScope } from './tables/table-scope.ts';

/** Names of places (not of roads and rivers) among wishes, each once, most important first. */
export const listPlaceNames = (wishes: readonly LabelWish[]): readonly string[] => [
  ...new Set(wishes.filter(isPlaceName).map(writeName)),
];

/** The same with their squares, for a list of their own. */
export function indexPlaceNames(wishes: readonly LabelWish[], squares: ReferenceSquares): readonly IndexedName[] {
  const byName = new Map<string, IndexedName>();
  for (const wish of wishes.filter(isPlaceName)) {
    const name = writeName(wish);
    const square = wish.where.kind === 'point' ? squares.nameAt(wish.where.x, wish.where.y) : '';
    if (!byName.has(name)) byName.set(name, { name, square, strong: false });
  }
  return [...byName.values()];
}

const isPlaceName = ({ where, layerId }: LabelWish): boolean =>
  where.kind !== 'line' && /^(town|village|settlement|seat|site|park)/.test(layerId);

const writeName = ({ text }: LabelWish): string => text.replaceAll('\n', ' ');

const LEVEL_CLASS = { county: ['town', 'village'], town: ['village'], village: [] } as const;

/** Names for the index: towns and villages of a county, villages and settlements of a town, settlements of a village. */
export function listIndexedNames(
  { features }: MapBody,
  squares: ReferenceSquares,
  { area, language }: TableScope,
): readonly IndexedName[] {
  const levels: readonly string[] = LEVEL_CLASS[area.level];
  const seats = (features.get('seats') ?? []).filter(({ properties }) => levels.includes(String(properties.level)));
  const settlements = area.level === 'county' ? [] : (features.get('settlements') ?? []);
  const collator = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en');
  return [...seats, ...settlements]
    .filter(({ code, properties }) => code.startsWith(area.code) && properties.label)
    .map(({ properties, contours }) => ({
      name: String(properties.label).replaceAll('\n', ' '),
      square: squares.nameAt(contours[0]?.[0] ?? 0, contours[0]?.[1] ?? 0),
      strong: properties.level === 'town',
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.square < b.square ? -1 : 1));
}
