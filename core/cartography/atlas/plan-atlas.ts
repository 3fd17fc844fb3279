import type { Area } from '../../county/county.ts';
import type { AreaLevel } from '../../county/kinds.ts';
import { DomainError, InvalidInputError } from '../../errors.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { PageSide, SheetPage } from '../sheet/composed-sheet.ts';
import type { MeasureText } from '../sheet/drawing.ts';
import type { SheetExtent } from '../sheet/sheet-ground.ts';
import { isPublicEdition, type SheetSpec } from '../sheet/sheet-spec.ts';
import { nameOf } from '../sheet/tables/table-scope.ts';
import { type ArrangedPage, arrangeAtlas } from './arrange-atlas.ts';
import type { AtlasContent, AtlasSpec, PaperRef } from './atlas-spec.ts';
import { createSayAtlas } from './atlas-text.ts';
import { type ContentsEntry, countContentsPages } from './contents.ts';
import { groupBy } from './group-by.ts';
import { countIndexPages, type IndexEntry, listIndexEntries } from './name-list.ts';
import { createPageFrames, type PageFrame } from './page-frame.ts';
import { findNeighbours, type Neighbours } from './page-neighbours.ts';
import { countPaperPages } from './papers/paper-pages.ts';

/** A page in its place. */
export interface PlannedPage {
  readonly number: number;
  readonly title: string;
  readonly content: AtlasContent;
  readonly bookmark: { readonly title: string; readonly level: number } | null;
  /** How the sheet of a map page is composed. */
  readonly sheet: {
    readonly spec: SheetSpec;
    readonly page: SheetPage;
    readonly extent?: SheetExtent;
  } | null;
}

/** An area that cannot be shown, and why. */
export interface FailedArea {
  readonly areaCode: string;
  readonly name: string;
  readonly error: DomainError;
}

/** Every page of an atlas, with its number. */
export interface AtlasPlan {
  readonly spec: AtlasSpec;
  readonly title: string;
  readonly pages: readonly PlannedPage[];
  readonly contents: readonly ContentsEntry[];
  readonly index: readonly IndexEntry[];
  /** Frames of an area's first map, with its page number. */
  readonly frames: ReadonlyMap<string, readonly { readonly frame: PageFrame; readonly number: number }[]>;
  readonly failed: readonly FailedArea[];
}

/** Levels from the widest. */
const DEPTH: Readonly<Record<AreaLevel, number>> = { county: 0, town: 1, village: 2 };

/**
 * Decides every page of an atlas: areas in the order of their codes, a town before its villages.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `atlas_papers_internal`, `atlas_without_maps`
 */
export function planAtlas(context: IndicatorContext, spec: AtlasSpec, measure: MeasureText): AtlasPlan {
  const { area: top } = context.scope(spec.areaCode);
  if (spec.maps.length === 0) throw new InvalidInputError('atlas_without_maps', 'Got no maps, expected at least one');
  if (isPublicEdition(spec.edition) && spec.papers.length > 0)
    throw new InvalidInputError('atlas_papers_internal', `Got papers in a ${spec.edition} edition, expected internal`);
  const say = createSayAtlas(spec.language);
  const { frames, failed } = frameAreas(context, spec, top);
  const drafts = arrangeAtlas(context, spec, {
    frames,
    measure,
    countPages: (ref) => countPages(context, spec, { ref, measure }),
  });
  const names = listIndexEntries(context, spec, frames);
  const counts = { contents: countContentsPages(spec, drafts), index: countIndexPages(spec, names.length) };
  const arranged = drafts.flatMap((draft): readonly ArrangedPage[] => {
    if (draft.content.kind !== 'contents' && draft.content.kind !== 'index') return [draft];
    const { content } = draft;
    return Array.from({ length: counts[content.kind] }, (_, part) => ({
      ...draft,
      content: { ...content, part },
      bookmark: part === 0 ? draft.bookmark : null,
    }));
  });
  const numbers = new Map(arranged.map((page, index) => [pageKey(page.content, page.frame), index + 1]));
  const numberOf = (content: AtlasContent, frame: PageFrame | null): number | undefined =>
    numbers.get(pageKey(content, frame));
  const beside = listNeighbours(frames);
  const pages = arranged.map((page, index): PlannedPage => {
    const number = index + 1;
    const place = { number, total: arranged.length };
    return { number, ...pick(page), sheet: sheetOf(page, { place, spec, beside, numberOf }) };
  });
  const firstMap = spec.maps[0] ?? 'progress';
  const mapNumber = (frame: PageFrame): number =>
    numberOf({ kind: 'map', map: firstMap, areaCode: frame.area.code }, frame) ?? 0;
  return {
    spec,
    title: say(spec.papers.length > 0 ? 'title_workbook' : 'title', { area: nameOf(spec, top) }),
    pages,
    contents: listContents(arranged),
    index: names.map(({ frame, ...entry }) => ({ ...entry, page: mapNumber(frame) })),
    frames: new Map(
      [...frames].map(([code, list]) => [code, list.map((frame) => ({ frame, number: mapNumber(frame) }))]),
    ),
    failed,
  };
}

const pick = ({ title, content, bookmark }: ArrangedPage) => ({ title, content, bookmark });

const countPages = (
  context: IndicatorContext,
  { language, asOf }: AtlasSpec,
  { ref, measure }: { readonly ref: PaperRef; readonly measure: MeasureText },
): number => countPaperPages(ref, { context, language, asOf, measure });

/** Frames of every area of the atlas, by its code in the order of the pages; areas that cannot be shown are told of. */
function frameAreas(
  context: IndicatorContext,
  spec: AtlasSpec,
  top: Area,
): { readonly frames: ReadonlyMap<string, readonly PageFrame[]>; readonly failed: readonly FailedArea[] } {
  const frames = new Map<string, readonly PageFrame[]>();
  const failed: FailedArea[] = [];
  const deepest = Math.max(DEPTH[spec.level], DEPTH[top.level]);
  for (const area of context.county.areas) {
    if (!area.code.startsWith(top.code) || DEPTH[area.level] > deepest) continue;
    try {
      frames.set(area.code, createPageFrames(context, spec, area));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      failed.push({ areaCode: area.code, name: nameOf(spec, area), error });
    }
  }
  return { frames, failed };
}

/** Neighbours within each level. */
function listNeighbours(frames: ReadonlyMap<string, readonly PageFrame[]>): ReadonlyMap<PageFrame, Neighbours> {
  const byLevel = groupBy([...frames.values()].flat(), ({ area }) => area.level);
  return new Map([...byLevel.values()].flatMap((level) => [...findNeighbours(level)]));
}

const pageKey = (content: AtlasContent, frame: PageFrame | null): string =>
  content.kind === 'map'
    ? `map ${content.areaCode} ${content.map} ${frame?.section?.name ?? ''}`
    : JSON.stringify(content);

function sheetOf(
  { content, frame }: ArrangedPage,
  given: {
    readonly place: { readonly number: number; readonly total: number };
    readonly spec: AtlasSpec;
    readonly beside: ReadonlyMap<PageFrame, Neighbours>;
    readonly numberOf: (content: AtlasContent, frame: PageFrame | null) => number | undefined;
  },
): PlannedPage['sheet'] {
  if (content.kind !== 'map' || !frame) return null;
  const beside = Object.entries(given.beside.get(frame) ?? {}) as [PageSide, PageFrame][];
  const overlaps = beside.flatMap(([side, other]) =>
    frame.section && other.area.code === frame.area.code ? [side] : [],
  );
  const neighbours = Object.fromEntries(
    beside.flatMap(([side, other]: [string, PageFrame]) => {
      const number = given.numberOf({ kind: 'map', map: content.map, areaCode: other.area.code }, other);
      return number === undefined ? [] : [[side, number]];
    }),
  );
  const { asOf, paper, edition, language, relief, options } = given.spec;
  const { areaCode, map } = content;
  const { orientation, scale, bindingEdge, section } = frame;
  return {
    spec: { areaCode, map, asOf, paper, edition, language, relief, options, orientation, scale, liveUrl: null },
    // a workbook has every row, a book of maps one page for each map
    page: { ...given.place, neighbours, overlaps, bindingEdge, ...(given.spec.papers.length > 0 && { goesOn: true }) },
    ...(section && { extent: { center: section.center } }),
  };
}

/** A line of the contents for each page that begins something, with the page on which it ends. */
function listContents(pages: readonly ArrangedPage[]): readonly ContentsEntry[] {
  const entries: { title: string; level: 0 | 1 | 2; first: number; last: number }[] = [];
  pages.forEach(({ entry }, index) => {
    if (entry) entries.push({ ...entry, first: index + 1, last: index + 1 });
    const last = entries.at(-1);
    const { kind } = pages[index]?.content ?? {};
    if (last && kind !== 'contents') last.last = index + 1;
  });
  return entries;
}
