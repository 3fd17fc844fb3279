import type { AreaLevel } from '../../county/kinds.ts';
import { interiorPointOf } from '../../geo/interior-point.ts';
import { formatDate } from '../../indicators/format-figure.ts';
import { text } from '../../texts/text.ts';
import type { DrawItem, Rect } from '../sheet/drawing.ts';
import { INK, INK_2, lineItem, rectItem, textItem } from '../sheet/shapes.ts';
import { createCountyProjection, planeBoxOf } from '../sheet/sheet-projection.ts';
import { nameOf } from '../sheet/tables/table-scope.ts';
import { createSayAtlas } from './atlas-text.ts';
import { createTextPaper } from './book-paper.ts';
import type { BookPage, BookScope } from './book-scope.ts';
import { SEAL } from './draw-page-head.ts';
import { createKeyProjection, drawKeyMap } from './key-map.ts';

/** Cover: edition, campaign, title, the area with its parts, what is inside, who made it, day and revision. */
export function drawCover(scope: BookScope): BookPage {
  const { plan, measure } = scope;
  const { paper, content } = createTextPaper(plan.spec.paper);
  const middle = content.x + content.width / 2;
  const frame: Rect = { x: content.x, y: content.y, width: content.width, height: content.height };
  const most = Math.min(21, content.height * 0.075);
  const titleSize = Math.min(most, (most * (content.width * 0.86)) / measure(plan.title, 'bold', most));
  const titleY = content.y + content.height * 0.2;
  const map: Rect = {
    x: content.x + content.width * 0.16,
    y: titleY + titleSize * 1.1,
    width: content.width * 0.68,
    height: content.height * 0.5,
  };
  return {
    paper,
    links: [],
    items: [
      rectItem(frame, { stroke: { color: SEAL, width: 1.4 } }),
      rectItem(
        { x: frame.x + 2.4, y: frame.y + 2.4, width: frame.width - 4.8, height: frame.height - 4.8 },
        { stroke: { color: SEAL, width: 0.3 } },
      ),
      ...drawEditionMark(scope, frame),
      textItem(campaignOf(scope), [middle, titleY - titleSize * 1.35], {
        size: titleSize * 0.34,
        anchor: 'middle',
        color: INK,
      }),
      textItem(plan.title, [middle, titleY], { size: titleSize, font: 'bold', color: SEAL, anchor: 'middle' }),
      ...drawArea(scope, map),
      ...drawImprint(scope, { middle, top: map.y + map.height + 7, size: Math.max(3.4, titleSize * 0.26) }),
    ],
  };
}

function campaignOf({ plan: { spec }, context }: BookScope): string {
  const { campaign } = context.county;
  const say = createSayAtlas(spec.language);
  return say('campaign_span', {
    campaign: spec.language === 'zh' ? campaign.name : campaign.nameEn,
    from: formatDate(campaign.startsOn, spec.language),
    to: formatDate(campaign.deadline, spec.language),
  });
}

/** 内部使用 in a box at the upper right, as on the sheets; a public edition has its approval number. */
function drawEditionMark({ plan: { spec }, measure }: BookScope, frame: Rect): readonly DrawItem[] {
  const size = 5;
  const { approval } = spec.options;
  const words =
    spec.edition === 'public' && approval
      ? text(spec.language, 'sheets', 'approval_number', { number: approval.number })
      : text(spec.language, 'sheets', `edition_${spec.edition}`);
  const width = measure(words, 'bold', size) + size * 1.2;
  const x = frame.x + frame.width - width - 9;
  const y = frame.y + 9;
  return [
    rectItem({ x, y, width, height: size * 1.6 }, { stroke: { color: INK, width: 0.45 } }),
    textItem(words, [x + width / 2, y + size * 1.17], { size, font: 'bold', anchor: 'middle' }),
  ];
}

/** The area in tints with the names of its parts, where they have room. */
function drawArea({ plan, context, measure }: BookScope, map: Rect): readonly DrawItem[] {
  const { spec } = plan;
  const { area } = context.scope(spec.areaCode);
  const { area: county } = context.scope(context.county.code);
  const children = (context.index.children.get(area.code) ?? []).map((code) => context.scope(code).area);
  const projection = createKeyProjection(
    context.county,
    planeBoxOf(area.boundary, createCountyProjection(county.bbox)),
    map,
  );
  const size = 3;
  return [
    drawKeyMap(context.county, projection, { areas: children, outline: area, isPlain: area.level !== 'county' }),
    ...children.map((child) => {
      const [x, y] = projection.toPaper(interiorPointOf(child.boundary));
      const name = nameOf(spec, child);
      const shrunk = Math.min(size, (size * 26) / measure(name, 'sans', size));
      return textItem(name, [x, y + shrunk * 0.36], {
        size: shrunk,
        anchor: 'middle',
        halo: { color: '#FFFFFF', width: 0.3 },
      });
    }),
  ];
}

/** Which levels the maps of a book are of: those from its own area down to the level asked for. */
export function levelsKey(of: AreaLevel, to: AreaLevel) {
  if (of === 'village') return 'cover_levels_village_village';
  if (of === 'town') return to === 'village' ? 'cover_levels_town_village' : 'cover_levels_town_town';
  return `cover_levels_${to}` as const;
}

function drawImprint(
  { plan, context }: BookScope,
  { middle, top, size }: { readonly middle: number; readonly top: number; readonly size: number },
): readonly DrawItem[] {
  const { spec, pages } = plan;
  const say = createSayAtlas(spec.language);
  const { area: county } = context.scope(context.county.code);
  const maps = pages.filter(({ content }) => content.kind === 'map').length;
  const joiner = spec.language === 'zh' ? '　' : '   ';
  const inside = [...spec.maps.map((map) => say(`map_${map}`)), ...spec.papers.map((paper) => say(`paper_${paper}`))];
  const lines = [
    inside.join(say('joiner')),
    [
      say(levelsKey(context.scope(spec.areaCode).area.level, spec.level)),
      say('cover_count', { pages: pages.length, maps }),
    ].join(joiner),
    [
      say('as_of', { date: formatDate(spec.asOf, spec.language) }),
      say('revision', { revision: context.county.revision }),
    ].join(joiner),
  ];
  const issuer = top + size * 1.7 * lines.length + size * 1.1;
  return [
    ...lines.map((line, index) =>
      textItem(line, [middle, top + index * size * 1.7], {
        size: size * (index === 0 ? 1 : 0.86),
        anchor: 'middle',
        color: index === 0 ? INK : INK_2,
      }),
    ),
    lineItem([middle - 22, issuer - size * 1.5, middle + 22, issuer - size * 1.5], { color: SEAL, width: 0.3 }),
    textItem(say('issuer', { county: nameOf(spec, county) }), [middle, issuer], {
      size: size * 1.25,
      font: 'bold',
      anchor: 'middle',
    }),
    textItem(say('note_boundary'), [middle, issuer + size * 1.7], { size: size * 0.7, anchor: 'middle', color: INK_2 }),
  ];
}
