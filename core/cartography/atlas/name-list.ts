import type { LonLat } from '../../geo/lon-lat.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import { isPublicEdition } from '../sheet/sheet-spec.ts';
import { nameOf } from '../sheet/tables/table-scope.ts';
import type { AtlasSpec } from './atlas-spec.ts';
import { createTextPaper } from './book-paper.ts';
import type { PageFrame } from './page-frame.ts';

/** A name of the index: where it lies, on which page and in which square. */
export interface IndexEntry {
  readonly name: string;
  /** Name of the area that it lies in; empty for towns. */
  readonly within: string;
  readonly page: number;
  readonly square: string;
  /** Set in bold: towns. */
  readonly strong: boolean;
}

/** The same before pages have numbers. */
export interface IndexedPlace extends Omit<IndexEntry, 'page'> {
  readonly frame: PageFrame;
}

/** Sizes of the index, millimetres. */
export const INDEX = { size: 2.5, row: 4.1, column: 68, gap: 6, head: 17 } as const;

/**
 * Towns, villages and settlements in the reader's alphabetical order (pinyin), each on the most detailed page that shows it. County maps name no
 * settlements, editions for the public none at all.
 */
export function listIndexEntries(
  context: IndicatorContext,
  spec: AtlasSpec,
  frames: ReadonlyMap<string, readonly PageFrame[]>,
): readonly IndexedPlace[] {
  const areaNames = new Map(context.county.areas.map((area) => [area.code, nameOf(spec, area)]));
  const place = (
    thing: { readonly code: string; readonly name: string; readonly nameEn: string },
    position: LonLat,
    parent: string | null,
  ): IndexedPlace[] => {
    const frame = findFrame(frames, thing.code, position);
    if (!frame) return [];
    const [x, y] = frame.projection.toPaper(position);
    const square = frame.squares.nameAt(x, y);
    const isTown = thing.code.length === 9;
    return [
      {
        name: nameOf(spec, thing),
        within: (isTown ? '' : areaNames.get(parent ?? '')) ?? '',
        square,
        strong: isTown,
        frame,
      },
    ];
  };
  const hasSettlements =
    !isPublicEdition(spec.edition) && [...frames.values()].some(([frame]) => frame?.area.level !== 'county');
  const collator = new Intl.Collator(spec.language === 'zh' ? 'zh-Hans-CN' : 'en');
  return [
    ...context.county.areas
      .filter(({ level, code }) => level !== 'county' && code.startsWith(spec.areaCode))
      .flatMap((area) => place(area, area.seat, area.parentCode)),
    ...(hasSettlements
      ? context.county.settlements
          .filter(({ code, siteCode }) => siteCode === null && code.startsWith(spec.areaCode))
          .flatMap((settlement) => place(settlement, settlement.position, settlement.villageCode))
      : []),
  ].sort(
    (a, b) =>
      collator.compare(a.name, b.name) || collator.compare(a.within, b.within) || (a.square < b.square ? -1 : 1),
  );
}

/** The deepest area with a page that holds a place, and the page of it on which the place lies. */
function findFrame(
  frames: ReadonlyMap<string, readonly PageFrame[]>,
  code: string,
  position: LonLat,
): PageFrame | undefined {
  for (const digits of [12, 9, 6]) {
    const list = frames.get(code.slice(0, digits));
    if (!list || code.length < digits) continue;
    return (
      list.find(({ projection, window }) => {
        const [x, y] = projection.projection.forward(position);
        return x >= window[0] && x <= window[2] && y >= window[1] && y <= window[3];
      }) ?? list[0]
    );
  }
  return undefined;
}

/** Columns and rows of names on a page. */
export function indexRoom(spec: AtlasSpec): { readonly columns: number; readonly rows: number } {
  const { content } = createTextPaper(spec.paper);
  return {
    columns: Math.max(1, Math.floor((content.width + INDEX.gap) / (INDEX.column - 8 + INDEX.gap))),
    rows: Math.floor((content.height - INDEX.head) / INDEX.row),
  };
}

/** Pages that so many names take; one at least. */
export function countIndexPages(spec: AtlasSpec, names: number): number {
  const { columns, rows } = indexRoom(spec);
  return Math.max(1, Math.ceil(names / (columns * rows)));
}
