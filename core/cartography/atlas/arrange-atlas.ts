import type { Area } from '../../county/county.ts';
import type { IndicatorContext } from '../../indicators/context.ts';
import type { MeasureText } from '../sheet/drawing.ts';
import { nameOf } from '../sheet/tables/table-scope.ts';
import type { AtlasContent, AtlasMap, AtlasSpec, PaperRef } from './atlas-spec.ts';
import { createSayAtlas, type SayAtlas } from './atlas-text.ts';
import type { PageFrame } from './page-frame.ts';
import { listDepartments, titleOfPaper } from './papers/paper-list.ts';

/** A page in its order, without a number yet. */
export interface ArrangedPage {
  readonly title: string;
  readonly content: AtlasContent;
  readonly bookmark: { readonly title: string; readonly level: number } | null;
  /** Line of the contents that begins with this page; null = it belongs to the line before. */
  readonly entry: { readonly title: string; readonly level: 0 | 1 | 2 } | null;
  /** Of a map page. */
  readonly frame: PageFrame | null;
}

interface Arranging {
  readonly context: IndicatorContext;
  readonly spec: AtlasSpec;
  readonly say: SayAtlas;
  readonly frames: ReadonlyMap<string, readonly PageFrame[]>;
  readonly countPages: (ref: PaperRef) => number;
}

/** Pages in their order: cover, overview, contents, the area with its papers, towns with their villages, index. Contents and index stand for all their pages. */
export function arrangeAtlas(
  context: IndicatorContext,
  spec: AtlasSpec,
  {
    frames,
    countPages,
  }: {
    readonly frames: ReadonlyMap<string, readonly PageFrame[]>;
    readonly measure: MeasureText;
    readonly countPages: (ref: PaperRef) => number;
  },
): readonly ArrangedPage[] {
  const say = createSayAtlas(spec.language);
  const arranging: Arranging = { context, spec, say, frames, countPages };
  const { area: top } = context.scope(spec.areaCode);
  const hasParts = frames.size > 1;
  const plain = (key: 'cover' | 'contents' | 'index', content: AtlasContent, isEntry = false): ArrangedPage => ({
    title: say(key),
    content,
    bookmark: { title: say(key), level: 0 },
    entry: isEntry ? { title: say(key), level: 0 } : null,
    frame: null,
  });
  const areas = context.county.areas.filter(({ code }) => frames.has(code));
  return [
    plain('cover', { kind: 'cover' }),
    ...(hasParts ? [overviewPage(arranging, top, 0)] : []),
    plain('contents', { kind: 'contents', part: 0 }),
    ...areas.flatMap((area) => arrangeArea(arranging, area, top)),
    plain('index', { kind: 'index', part: 0 }, true),
  ];
}

function overviewPage({ spec, say }: Pick<Arranging, 'spec' | 'say'>, area: Area, level: number): ArrangedPage {
  const title = say('overview_of', { area: nameOf(spec, area) });
  return {
    title,
    content: { kind: 'overview', areaCode: area.code },
    bookmark: { title: level === 0 ? title : nameOf(spec, area), level: 0 },
    entry: { title: level === 0 ? title : nameOf(spec, area), level: level === 0 ? 0 : 1 },
    frame: null,
  };
}

/** An area: how its villages lie on the pages, its maps, its papers. */
function arrangeArea(arranging: Arranging, area: Area, top: Area): readonly ArrangedPage[] {
  const { context, spec, frames } = arranging;
  const hasVillages = (context.index.children.get(area.code) ?? []).some((code) => frames.has(code));
  const isTop = area.code === top.code;
  const overview = hasVillages && !isTop ? [overviewPage(arranging, area, 1)] : [];
  const maps = spec.maps.flatMap((map, order) =>
    (frames.get(area.code) ?? []).map((frame, part) =>
      mapPage(arranging, { area, map, frame, isFirst: order + part === 0 && overview.length === 0, part }),
    ),
  );
  return [...overview, ...maps, ...papersOf(arranging, area, isTop).flatMap((ref) => paperPages(arranging, ref, area))];
}

function mapPage(
  { spec, say }: Arranging,
  {
    area,
    map,
    frame,
    isFirst,
    part,
  }: {
    readonly area: Area;
    readonly map: AtlasMap['map'];
    readonly frame: PageFrame;
    readonly isFirst: boolean;
    readonly part: number;
  },
): ArrangedPage {
  const name = nameOf(spec, area);
  const mapName = say(`map_${map}`);
  const depth = area.level === 'village' ? 1 : 0;
  const { section } = frame;
  const isOnly = spec.maps.length === 1;
  const title = `${name} ${mapName}${section ? ` ${section.name}` : ''}`;
  const bookmark =
    part > 0
      ? { title: title, level: depth + 2 }
      : isFirst
        ? { title: isOnly ? name : title, level: depth }
        : { title: mapName, level: depth + 1 };
  const level = area.level === 'county' ? 0 : area.level === 'town' ? 1 : 2;
  // a county's maps have a line each, other areas one
  const entry =
    part > 0
      ? null
      : level === 0
        ? { title, level: 0 as const }
        : isFirst
          ? { title: name, level: level as 1 | 2 }
          : null;
  return {
    title,
    content: {
      kind: 'map',
      map,
      areaCode: area.code,
      ...(section && { section: { name: section.name, center: section.center } }),
    },
    bookmark,
    entry,
    frame,
  };
}

/** Papers of an area: lists for the whole atlas at its top, letters where there are tasks. */
function papersOf({ context, spec }: Arranging, area: Area, isTop: boolean): readonly PaperRef[] {
  const has = (paper: PaperRef['kind']): boolean => spec.papers.includes(paper);
  const hasTasks = context.county.tasks.some(
    (task) => task.areaCode.startsWith(area.code) && task.startsOn <= context.asOf,
  );
  const lists = (['timetable', 'responsibilities'] as const)
    .filter((kind) => isTop && has(kind))
    .map((kind): PaperRef => ({ kind, areaCode: area.code }));
  if (!has('task_letters') || !hasTasks) return lists;
  if (area.level !== 'county') return [...lists, { kind: 'task_letters', areaCode: area.code }];
  const departments = listDepartments(context, area.code);
  return [
    ...lists,
    ...departments.map((department): PaperRef => ({ kind: 'task_letters', areaCode: area.code, department })),
  ];
}

function paperPages({ context, spec, countPages }: Arranging, ref: PaperRef, area: Area): readonly ArrangedPage[] {
  const title = titleOfPaper(ref, { context, language: spec.language });
  // letters of one area among others stand behind its maps, in its line
  const isLine = area.level === 'county' || area.code === spec.areaCode || ref.kind !== 'task_letters';
  return Array.from({ length: countPages(ref) }, (_, part) => ({
    title,
    content: { kind: 'paper', paper: ref, part },
    bookmark: part === 0 ? { title, level: area.level === 'village' ? 2 : area.level === 'town' ? 1 : 0 } : null,
    entry: part === 0 && isLine ? { title, level: 0 } : null,
    frame: null,
  }));
}
