import type { Area } from '../../county/county.ts';
import { interiorPointOf } from '../../geo/interior-point.ts';
import type { DrawItem, Rect } from '../sheet/drawing.ts';
import { INK, PAPER_WHITE, rectItem, textItem } from '../sheet/shapes.ts';
import { PAGE_OVERLAP } from '../sheet/sheet-layout.ts';
import { type PlaneBox, planeBoxOf, type SheetProjection } from '../sheet/sheet-projection.ts';
import { nameOf } from '../sheet/tables/table-scope.ts';
import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope, PageLink } from './book-scope.ts';
import { drawPageHead, SEAL } from './draw-page-head.ts';
import { createKeyProjection, drawKeyMap } from './key-map.ts';

const HEAD = 17;
/** Character sizes where there are few areas and where there are many, millimetres. */
const SIZES = { few: 3.4, many: 2.6 } as const;
const MANY = 30;

/** How the pages of an area's parts lie on it: a frame for each, its number in the middle of what it shows. */
export function drawOverview(
  scope: BookScope,
  { areaCode, number }: { readonly areaCode: string; readonly number: number },
): BookPage {
  const { plan, context, measure } = scope;
  const { spec } = plan;
  const say = createSayAtlas(spec.language);
  const place = createTextPaper(spec.paper);
  const { area } = context.scope(areaCode);
  const children = (context.index.children.get(areaCode) ?? []).map((code) => context.scope(code).area);
  const shown = children.filter(({ code }) => plan.frames.has(code));
  const map: Rect = { ...place.content, y: place.content.y + HEAD, height: place.content.height - HEAD };
  const projection = createKeyProjection(context.county, boxOfFrames(scope, area, shown), map);
  const frames = shown.flatMap(({ code }) => plan.frames.get(code) ?? []);
  const size = shown.length > MANY ? SIZES.many : SIZES.few;
  const badges = shown.map((child) => createBadge(scope, child, { projection, size }));
  return {
    paper: place.paper,
    items: [
      drawKeyMap(context.county, projection, { areas: children, outline: area }),
      ...frames.map(({ frame }) => rectItem(toRect(frame.window, projection), { stroke: { color: SEAL, width: 0.3 } })),
      ...frames.flatMap(({ frame, number: page }) =>
        drawTab(String(page), toRect(frame.window, projection), { size, measure }),
      ),
      ...badges.flatMap(({ items }) => items),
      ...drawPageHead(
        place,
        {
          title: say('overview_of', { area: nameOf(spec, area) }),
          remark: say('overview_note', { overlap: PAGE_OVERLAP }),
          number,
          total: plan.pages.length,
        },
        { say, measure },
      ),
    ],
    links: badges.map(({ link }) => link),
  };
}

/** The area and every frame of its parts, with a little ground around. */
function boxOfFrames({ plan }: BookScope, area: Area, shown: readonly Area[]): PlaneBox {
  const frames = shown.flatMap(({ code }) => plan.frames.get(code) ?? []);
  const projection = frames[0]?.frame.projection.projection;
  const boxes = [
    ...(projection ? [planeBoxOf(area.boundary, projection)] : []),
    ...frames.map(({ frame }) => frame.window),
  ];
  const [west, south, east, north] = [0, 1, 2, 3].map((side) =>
    (side < 2 ? Math.min : Math.max)(...boxes.map((box) => box[side] ?? 0)),
  ) as unknown as PlaneBox;
  const margin = (east - west) * 0.01;
  return [west - margin, south - margin, east + margin, north + margin];
}

function toRect([west, south, east, north]: PlaneBox, { planeToPaper }: SheetProjection): Rect {
  const [x, y] = planeToPaper([west, north]);
  const [right, bottom] = planeToPaper([east, south]);
  return { x, y, width: right - x, height: bottom - y };
}

/** The same number small in the corner of its frame, so that overlapping frames can be told apart. */
function drawTab(
  words: string,
  { x, y }: Rect,
  { size, measure }: { readonly size: number; readonly measure: BookScope['measure'] },
): readonly DrawItem[] {
  const small = size * 0.72;
  const width = measure(words, 'bold', small) + small * 0.7;
  return [
    rectItem({ x, y, width, height: small * 1.35 }, { fill: PAPER_WHITE, stroke: { color: SEAL, width: 0.2 } }),
    textItem(words, [x + width / 2, y + small * 1.04], { size: small, font: 'bold', color: SEAL, anchor: 'middle' }),
  ];
}

/** Number of the first page in a red field, the name below it. */
function createBadge(
  { plan, measure }: BookScope,
  area: Area,
  { projection, size }: { readonly projection: SheetProjection; readonly size: number },
): { readonly items: readonly DrawItem[]; readonly link: PageLink } {
  const page = plan.frames.get(area.code)?.[0]?.number ?? 0;
  const words = String(page);
  const [x, y] = projection.toPaper(interiorPointOf(area.boundary));
  const width = measure(words, 'bold', size) + size * 0.9;
  const rect: Rect = { x: x - width / 2, y: y - size * 1.5, width, height: size * 1.45 };
  const name = nameOf(plan.spec, area);
  const nameWidth = measure(name, 'sans', size * 0.86);
  return {
    items: [
      rectItem(rect, { fill: SEAL, stroke: { color: PAPER_WHITE, width: 0.25 } }),
      textItem(words, [x, rect.y + size * 1.09], { size, font: 'bold', color: PAPER_WHITE, anchor: 'middle' }),
      textItem(name, [x, y + size * 0.9], {
        size: size * 0.86,
        color: INK,
        anchor: 'middle',
        halo: { color: PAPER_WHITE, width: 0.35 },
      }),
    ],
    link: { rect: { x: x - nameWidth / 2, y: rect.y, width: nameWidth, height: size * 2.6 }, page },
  };
}
