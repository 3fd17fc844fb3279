import type { IndicatorContext } from '../../indicators/context.ts';
import { formatDate } from '../../indicators/format-figure.ts';
import { createMapDefinition } from '../create-map-definition.ts';
import { buildFeatures } from '../features/build-features.ts';
import type { FeatureCollection } from '../features/map-feature.ts';
import { listLegend } from '../list-legend.ts';
import type { FeatureLayer, MapDefinition } from '../map-definition.ts';
import { drawMapBody, type MapBody } from './body/draw-map-body.ts';
import type { LabelWish } from './body/layer-drawing.ts';
import { createPaperSizes } from './body/paper-sizes.ts';
import type { DrawItem, GroupItem, MeasureText, Rect } from './drawing.ts';
import { createEditionView } from './edition/create-edition-view.ts';
import type { EditionView } from './edition/edition-view.ts';
import { drawFrame, drawGrid } from './furniture/frame.ts';
import type { CodeModules } from './furniture/live-code.ts';
import { createNameIndexPanel, type IndexedName } from './furniture/name-index.ts';
import { drawTitle, drawWatermark } from './furniture/title.ts';
import { createFurnitureKit, enlargeKit, type FurnitureKit } from './furniture-kit.ts';
import { placeLabels } from './labels/place-labels.ts';
import { type HasGlyph, listMissingGlyphs } from './missing-glyphs.ts';
import { fillPanels, type PlacedPanel } from './panel-flow.ts';
import type { PaperDimensions } from './paper.ts';
import type { ReferenceSquares } from './reference-squares.ts';
import { rectContour } from './shapes.ts';
import { createGround, frameInput, type SheetExtent } from './sheet-ground.ts';
import { placeInsets } from './sheet-insets.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { listNotes } from './sheet-notes.ts';
import { createSheetPanels, readPanelData } from './sheet-panels.ts';
import type { SheetProjection } from './sheet-projection.ts';
import type { SheetSpec } from './sheet-spec.ts';
import { drawStrip } from './sheet-strip.ts';
import { nameOf, type TableScope } from './tables/table-scope.ts';

/** A sheet as a drawing list, and what was not drawn. */
export interface ComposedSheet {
  /** Paper as it is trimmed. Its upper left corner is the origin; ground and crop marks beyond it lie in the bleed, at negative coordinates. */
  readonly paper: PaperDimensions;
  /** Width of the bleed on every side: a file is larger than the paper by twice this. */
  readonly bleedMillimeters: number;
  readonly layout: SheetLayout;
  readonly projection: SheetProjection;
  readonly title: string;
  readonly items: readonly DrawItem[];
  readonly report: SheetReport;
}

/** What tests and the report of a sheet look at. */
export interface SheetReport {
  /** Names without a place, most important first. */
  readonly unplaced: readonly string[];
  /** Code points that no font has (`U+20BB7`); boxes are printed for them. */
  readonly missingGlyphs: readonly string[];
  /** Panels without any room. */
  readonly leftOut: readonly string[];
  /** Room that names took on the map. */
  readonly labelRects: readonly Rect[];
  /** Furniture inside the frame. */
  readonly insetRects: readonly Rect[];
  readonly panels: readonly { readonly id: string; readonly rect: Rect; readonly omitted: number }[];
  /** Rings of the area on paper. */
  readonly area: readonly (readonly number[])[];
}

/** What a sheet is composed from. */
export interface ComposeInput {
  readonly spec: SheetSpec;
  /** The county at the spec's date. */
  readonly context: IndicatorContext;
  readonly measure: MeasureText;
  readonly hasGlyph: HasGlyph;
  /** Code that leads to the live page; null leaves it out. */
  readonly liveCode: CodeModules | null;
  /** What the frame shows, where that is not the area's own box: pages of an atlas, tiles. */
  readonly extent?: SheetExtent;
  /** What the edition may show; that of the spec by default. */
  readonly edition?: EditionView;
}

/**
 * Composes a sheet: definition, layout in millimetres, map, furniture, names. Pure: the same input gives the same list.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `scale_does_not_fit`
 */
export function composeSheet(input: ComposeInput): ComposedSheet {
  const { spec, context } = input;
  const { area } = context.scope(spec.areaCode);
  const ground = createGround(input);
  const { paper } = ground;
  const kit = createFurnitureKit(paper, spec.language, input.measure);
  const edition = input.edition ?? createEditionView(context, spec);
  const definition = edition.define(createMapDefinition({ ...spec, context, palette: 'paper' }));
  const features = rememberFeatures(spec, context, edition);
  const body = drawMapBody({
    definition,
    county: context.county,
    featuresOf: features.get,
    projection: ground.projection,
    paper,
    relief: spec.relief,
  });
  const insets = placeInsets(kit, {
    context,
    area,
    areaRings: ground.areaRings,
    projection: ground.projection,
    legend: listLegend(definition, features.all()),
    swatches: { definition, sizes: createPaperSizes(paper, definition.level) },
  });
  const labels = placeLabels(body.wishes, {
    measure: input.measure,
    map: ground.projection.map,
    obstacles: insets.rects,
    icons: body.icons,
  });
  const scope: TableScope = { context, area, language: spec.language };
  const data = readPanelData(kit, definition, { scope, edition });
  const names = listNames(body, ground.squares, scope);
  const flow = fillPanels(ground.layout, (enlargement) => {
    const larger = enlargeKit(kit, enlargement);
    const panels = [...createSheetPanels(larger, data, insets.panels(larger)), createNameIndexPanel(larger, names)];
    return panels.filter(({ id }) => edition.allowsPanel(id));
  });
  const unplaced = namesOf(labels.unplaced);
  const leftOut = flow.leftOut.map(({ title }) => title);
  const mapGroup: GroupItem = {
    kind: 'group',
    clip: [rectContour(ground.projection.map)],
    items: [
      ...body.ground,
      ...(edition.allowsFurniture('grid') ? drawGrid(kit, frameInput(ground)) : []),
      ...body.marks,
    ],
  };
  const items: readonly DrawItem[] = [
    mapGroup,
    ...(spec.edition === 'review' ? drawWatermark(kit, ground.projection.map) : []),
    ...labels.placed.flatMap((placed) => placed.items),
    ...insets.items,
    ...drawFrame(kit, { ...frameInput(ground), isPlain: !edition.allowsFurniture('graticule') }),
    ...drawSheetTitle(kit, { spec, definition, scope, layout: ground.layout }),
    ...flow.placed.flatMap((placed) => placed.items),
  ];
  const missingGlyphs = listMissingGlyphs(items, input.hasGlyph);
  const strip = drawStrip(kit, {
    layout: ground.layout,
    projection: ground.projection,
    hasNorth: insets.hasNorth,
    liveCode: edition.allowsFurniture('live_code') ? input.liveCode : null,
    notes: listNotes(kit, {
      definition,
      scope,
      edition,
      ...ground,
      paper: spec.paper,
      leftOut,
      unplaced,
      missingGlyphs,
    }),
  });
  return {
    paper: ground.dimensions,
    bleedMillimeters: spec.options.bleedMillimeters,
    layout: ground.layout,
    projection: ground.projection,
    title: definition.title,
    items: [...items, ...strip],
    report: {
      unplaced,
      missingGlyphs,
      leftOut,
      labelRects: labels.placed.filter(({ wish }) => !wish.overlaps).flatMap(({ boxes }) => boxes),
      insetRects: insets.rects,
      panels: flow.placed.map(({ panel, rect, omitted }: PlacedPanel) => ({ id: panel.id, rect, omitted })),
      area: ground.areaRings,
    },
  };
}

/** Each feature layer is built once, for map and legend. */
function rememberFeatures(spec: SheetSpec, context: IndicatorContext, edition: EditionView) {
  const known: Partial<Record<FeatureLayer, FeatureCollection>> = {};
  return {
    get: (layer: FeatureLayer): FeatureCollection => {
      known[layer] ??= edition.publish(
        layer,
        buildFeatures({ context, layer, areaCode: spec.areaCode, language: spec.language }),
      );
      return known[layer];
    },
    all: () => known,
  };
}

/** Names of places (not of roads and rivers) among wishes, each once. */
const namesOf = (wishes: readonly LabelWish[]): string[] => [
  ...new Set(
    wishes
      .filter(
        ({ where, layerId }) => where.kind !== 'line' && /^(town|village|settlement|seat|site|park)/.test(layerId),
      )
      .map(({ text }) => text.replaceAll('\n', ' ')),
  ),
];

const LEVEL_CLASS = { county: ['town', 'village'], town: ['village'], village: [] } as const;

/** Names for the index: towns and villages of a county, villages and settlements of a town, settlements of a village. */
function listNames({ features }: MapBody, squares: ReferenceSquares, { area, language }: TableScope): IndexedName[] {
  const levels: readonly string[] = LEVEL_CLASS[area.level];
  const seats = (features.get('seats') ?? []).filter(({ properties }) => levels.includes(String(properties.level)));
  const settlements = area.level === 'county' ? [] : (features.get('settlements') ?? []);
  const collator = new Intl.Collator(language === 'zh' ? 'zh-Hans-CN' : 'en');
  return [...seats, ...settlements]
    .filter(({ code, properties }) => code.startsWith(area.code) && properties.label)
    .map(({ properties, contours }) => ({
      name: String(properties.label),
      square: squares.nameAt(contours[0]?.[0] ?? 0, contours[0]?.[1] ?? 0),
      strong: properties.level === 'town',
    }))
    .sort((a, b) => collator.compare(a.name, b.name) || (a.square < b.square ? -1 : 1));
}

function drawSheetTitle(
  kit: FurnitureKit,
  input: {
    readonly spec: SheetSpec;
    readonly definition: MapDefinition;
    readonly scope: TableScope;
    readonly layout: SheetLayout;
  },
): DrawItem[] {
  const { spec, definition, scope, layout } = input;
  return drawTitle(kit, {
    place: layout.title,
    title: definition.title,
    asOf: kit.say('as_of', { date: formatDate(spec.asOf, spec.language) }),
    campaign: nameOf(scope, scope.context.county.campaign),
    edition: kit.say(`edition_${spec.edition}`),
  });
}
