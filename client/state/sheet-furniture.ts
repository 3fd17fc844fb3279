import type { MapTable } from '#core/cartography/map-definition.ts';
import { PUBLIC_PANELS } from '#core/cartography/sheet/edition/public-layers.ts';
import { type InsetId, type InsetPlace, isPublicEdition } from '#core/cartography/sheet/sheet-spec.ts';
import type { Language } from '#core/texts/language.ts';
import { hasText, text } from '#core/texts/text.ts';
import type { SheetWish } from './sheet-wish.ts';

/** Furniture that every sheet may have, by the id under which it is left out. */
const ALWAYS = ['legend', 'locator', 'north', 'grid', 'graticule', 'live_code', 'panels', 'countdown'] as const;
const LAST = ['name_index', 'signatures', 'continuation'] as const;
/** What can be switched on and off. */
export type FurnitureId = (typeof ALWAYS)[number] | (typeof LAST)[number] | MapTable | 'approval';

/** Furniture and panels of a sheet in the order of the sheet; what the edition has not is not listed. */
export function listFurniture({
  tables,
  wish,
}: {
  readonly tables: readonly MapTable[];
  readonly wish: SheetWish;
}): readonly FurnitureId[] {
  const isPublic = isPublicEdition(wish.edition);
  const all: FurnitureId[] = [
    ...ALWAYS,
    ...(wish.options.approval ? (['approval'] as const) : []),
    ...tables,
    ...LAST.filter((id) => id !== 'signatures' || wish.options.signatures.length > 0),
  ];
  const isAllowed = (id: FurnitureId): boolean =>
    !isPublic || PUBLIC_PANELS.has(id) || id === 'panels' || id === 'continuation';
  return [...new Set(all)].filter(isAllowed);
}

/** How a piece of furniture is called; one that has no name of its own by the heading it stands under. */
export function nameFurniture(id: string, language: Language): string {
  const own = `furniture_${id}`;
  if (hasText('sheetRoom', own)) return text(language, 'sheetRoom', own);
  return hasText('sheets', id) ? text(language, 'sheets', id) : id;
}

/** Sides towards which furniture can be pushed. */
export type PushSide = 'left' | 'right' | 'top' | 'bottom';

/** The corner that furniture comes to when it is pushed from one towards a side. */
export function pushPlace(from: InsetPlace, side: PushSide): InsetPlace {
  if (from === 'panel') return side === 'left' ? 'right_top' : 'panel';
  const [x, y] = from.split('_') as ['left' | 'right', 'top' | 'bottom'];
  if (side === 'right' && x === 'right') return 'panel';
  return side === 'left' || side === 'right' ? `${side}_${y}` : `${x}_${side}`;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const isIn = ({ x, y, width, height }: Room, [left, top]: readonly [number, number]): boolean =>
  left >= x && left <= x + width && top >= y && top <= y + height;

/** The corner of the frame nearest to a point, or the column of panels when the point lies in it; millimetres. */
export function nearestPlace(
  point: readonly [x: number, y: number],
  { map, panelRoom, id }: { readonly map: Room; readonly panelRoom: Room | null; readonly id: InsetId },
): InsetPlace {
  if (panelRoom && id !== 'north' && isIn(panelRoom, point)) return 'panel';
  const x = point[0] < map.x + map.width / 2 ? 'left' : 'right';
  const y = point[1] < map.y + map.height / 2 ? 'top' : 'bottom';
  return `${x}_${y}`;
}

/** Where on the frame a place is: a quarter of it, or the column. */
export function roomOfPlace(
  place: InsetPlace,
  { map, panelRoom }: { readonly map: Room; readonly panelRoom: Room | null },
): Room {
  if (place === 'panel') return panelRoom ?? map;
  const width = map.width * 0.3;
  const height = map.height * 0.3;
  return {
    x: place.startsWith('left') ? map.x : map.x + map.width - width,
    y: place.endsWith('top') ? map.y : map.y + map.height - height,
    width,
    height,
  };
}
