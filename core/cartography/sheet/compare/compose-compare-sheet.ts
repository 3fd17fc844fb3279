import type { IndicatorContext } from '../../../indicators/context.ts';
import { formatDate } from '../../../indicators/format-figure.ts';
import { text } from '../../../texts/text.ts';
import { createMapDefinition } from '../../create-map-definition.ts';
import { buildFeatures } from '../../features/build-features.ts';
import type { MapDefinition } from '../../map-definition.ts';
import { drawMapBody } from '../body/draw-map-body.ts';
import type { DrawItem, GroupItem, MeasureText } from '../drawing.ts';
import { drawFrame, drawGrid } from '../furniture/frame.ts';
import { drawTitle } from '../furniture/title.ts';
import { createFurnitureKit } from '../furniture-kit.ts';
import { chooseGrid } from '../grid-steps.ts';
import { placeLabels } from '../labels/place-labels.ts';
import { createReferenceSquares } from '../reference-squares.ts';
import { rectContour } from '../shapes.ts';
import { createCountyProjection, createSheetProjection, planeBoxOf } from '../sheet-projection.ts';
import { drawStrip } from '../sheet-strip.ts';
import { listCompareNotes } from './compare-notes.ts';
import { type CompareSheetContent, type CompareSheetSpec, getComparePaper } from './compare-sheet-spec.ts';
import { drawDifferences, listMarkRooms, listSiteNames } from './draw-differences.ts';
import { fitComparePanels } from './fit-compare-panels.ts';

/** What the page is composed from. */
export interface ComposeCompareInput extends CompareSheetContent {
  readonly spec: CompareSheetSpec;
  /** The county today: the ground of the map. */
  readonly context: IndicatorContext;
  readonly measure: MeasureText;
}

/** The page as a drawing list, and what found no room on it. */
export interface ComposedCompareSheet {
  readonly title: string;
  readonly items: readonly DrawItem[];
  /** Titles of panels without any room. */
  readonly leftOut: readonly string[];
  /** Rows that found no room, by panel; those panels say so. */
  readonly omitted: Readonly<Record<string, number>>;
}

/** Layers of the map that lie under the differences. */
const GROUND_LAYERS =
  /^(ground|rivers|boundary-.*|roads-case|roads|veil|neighbour-boundary|seats|(rivers|towns|neighbours)-label)$/;

/** Composes a comparison of plans as one page: difference map, figures, costs, towns, notes, lines to sign. Pure. */
export function composeCompareSheet(input: ComposeCompareInput): ComposedCompareSheet {
  const { spec, context, comparison } = input;
  const { area } = context.scope(context.county.code);
  const paper = getComparePaper(spec);
  const kit = createFurnitureKit(paper, spec.language, input.measure);
  const paperProjection = createCountyProjection(area.bbox);
  const box = planeBoxOf(area.boundary, paperProjection);
  const { layout, flows } = fitComparePanels(kit, { ...input, county: context.county, language: spec.language, box });
  const projection = createSheetProjection({ projection: paperProjection, box, scale: layout.scale, map: layout.map });
  const grid = chooseGrid(projection.metersPerMillimeter, layout.map.height);
  const frame = {
    projection,
    outer: layout.outerFrame,
    grid,
    squares: createReferenceSquares(projection, grid.squareMeters),
  };
  const definition = createGround(input);
  const body = drawMapBody({
    definition,
    county: context.county,
    featuresOf: (layer) => buildFeatures({ context, layer, areaCode: area.code, language: spec.language }),
    projection,
    paper,
    relief: false,
  });
  const place = { paper, projection };
  const { differences } = comparison;
  const labels = placeLabels([...body.wishes, ...listSiteNames(kit, differences, place)], {
    measure: input.measure,
    map: projection.map,
    obstacles: [],
    icons: [...body.icons, ...listMarkRooms(differences, place)],
  });
  const mapGroup: GroupItem = {
    kind: 'group',
    clip: [rectContour(projection.map)],
    items: [...body.ground, ...drawGrid(kit, frame), ...drawDifferences(differences, place), ...body.marks],
  };
  const county = spec.language === 'zh' ? area.name : area.nameEn;
  const title = text(spec.language, 'compare', 'sheet_title', { county });
  const leftOut = flows.flatMap((flow) => flow.leftOut).map((panel) => panel.title);
  const items: readonly DrawItem[] = [
    mapGroup,
    ...labels.placed.flatMap((placed) => placed.items),
    ...drawFrame(kit, frame),
    ...drawTitle(kit, {
      place: layout.title,
      title,
      asOf: writeWhen(input),
      campaign: spec.language === 'zh' ? context.county.campaign.name : context.county.campaign.nameEn,
      edition: kit.say('edition_internal'),
    }),
    ...flows.flatMap((flow) => flow.placed).flatMap((placed) => placed.items),
    ...drawStrip(kit, {
      layout,
      projection,
      hasNorth: false,
      liveCode: null,
      notes: listCompareNotes(kit, { ...input, when: writeWhen(input), leftOut }),
    }).items,
  ];
  const omitted = Object.fromEntries(
    flows
      .flatMap((flow) => flow.placed)
      .filter((one) => one.omitted > 0)
      .map((one) => [one.panel.id, one.omitted]),
  );
  return { title, items, leftOut, omitted };
}

/** The end of a year, or the data date. */
function writeWhen({ spec, comparison, context }: ComposeCompareInput): string {
  const { year } = comparison;
  return year === null
    ? text(spec.language, 'compare', 'as_of', { date: formatDate(context.county.dataDate, spec.language) })
    : text(spec.language, 'compare', 'year_end_short', { year });
}

/** Boundaries, rivers, main roads, seats and their names, as on every sheet. */
function createGround({ spec, context }: ComposeCompareInput): MapDefinition {
  const definition = createMapDefinition({
    context,
    map: 'progress',
    areaCode: context.county.code,
    palette: 'paper',
    language: spec.language,
  });
  return { ...definition, layers: definition.layers.filter(({ id }) => GROUND_LAYERS.test(id)) };
}
