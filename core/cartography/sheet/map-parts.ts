import type { IndicatorContext } from '../../indicators/context.ts';
import { streamFeatures } from '../features/build-features.ts';
import type { MapFeature } from '../features/map-feature.ts';
import { type LayerFeatures, listLegend } from '../list-legend.ts';
import type { FeatureLayer, LegendGroup, MapDefinition } from '../map-definition.ts';
import { drawMapBody, type MapBody } from './body/draw-map-body.ts';
import { createPropertySharer, type DrawnFeature, listSharedLines } from './body/share-properties.ts';
import type { ComposeInput } from './composed-sheet.ts';
import { defineSheetMap, publishForSheet } from './define-sheet-map.ts';
import type { MeasureText, Rect } from './drawing.ts';
import { createEditionView } from './edition/create-edition-view.ts';
import type { EditionView } from './edition/edition-view.ts';
import type { FurnitureKit } from './furniture-kit.ts';
import { getGround } from './keep-ground.ts';
import { type LabelPlacement, placeLabels } from './labels/place-labels.ts';
import { createGround, type SheetGround } from './sheet-ground.ts';
import { type PanelData, readPanelData } from './sheet-panels.ts';
import type { SheetSpec } from './sheet-spec.ts';

/** What of a sheet is the same wherever its furniture stands. */
export interface MapParts {
  readonly ground: SheetGround;
  readonly edition: EditionView;
  readonly definition: MapDefinition;
  readonly body: MapBody;
  readonly legend: readonly LegendGroup[];
  /** What the panels say; read at its first use. */
  readData(kit: FurnitureKit): PanelData;
  /** Names in their places, clear of furniture inside the frame; solved again only when that stands elsewhere. */
  placeNames(measure: MeasureText, furniture: readonly Rect[]): LabelPlacement;
}

/** Maps of which the parts are kept for each county: whoever moves furniture looks at one, a batch at none twice. */
const MOST_KEPT = 3;

const kept = new WeakMap<IndicatorContext, Map<string, MapParts>>();

/**
 * The parts of a sheet that do not depend on its furniture, made once for the sheets asked for last. What is kept and what is made anew are the same
 * to the byte.
 *
 * @throws {NotFoundError} `unknown_area`
 * @throws {InvalidInputError} `unknown_paper`, `scale_does_not_fit`
 */
export function getMapParts(input: ComposeInput): MapParts {
  // an edition of the caller's own may say anything
  if (input.edition || input.isOnce) return createMapParts(input);
  const known = kept.get(input.context) ?? new Map<string, MapParts>();
  kept.set(input.context, known);
  const key = keyOf(input);
  const parts = known.get(key) ?? createMapParts(input);
  // the one used last stands last
  known.delete(key);
  known.set(key, parts);
  for (const oldest of known.keys()) {
    if (known.size <= MOST_KEPT) break;
    known.delete(oldest);
  }
  return parts;
}

/** Everything that the parts follow from, beside the county. */
function keyOf({ spec, extent, page }: ComposeInput): string {
  const isMapOnly = spec.options.hidden.includes('panels');
  const given = { ...spec, liveUrl: null, options: optionsOfMap(spec) };
  return JSON.stringify([given, isMapOnly, extent ?? null, page ? page.bindingEdge : 0]);
}

/** Options without those of furniture. */
function optionsOfMap({ options }: Pick<SheetSpec, 'options'>) {
  const { title, notes, hidden, places, signatures, approval, bleedMillimeters, ...ofMap } = options;
  return ofMap;
}

const keptData = new WeakMap<IndicatorContext, { readonly key: string; readonly data: PanelData }>();

/** What the panels say is the same on every paper and at every scale: that of the sheet looked at last is kept. */
function keepData(
  { spec, context, edition, isOnce }: ComposeInput,
  definition: MapDefinition,
  read: () => PanelData,
): PanelData {
  if (edition || isOnce) return read();
  const { map, areaCode, language, edition: ofSpec } = spec;
  const { tables, figures, rankedBy } = definition;
  const key = JSON.stringify([map, areaCode, language, ofSpec, optionsOfMap(spec), tables, figures, rankedBy]);
  const known = keptData.get(context);
  if (known?.key === key) return known.data;
  const data = read();
  keptData.set(context, { key, data });
  return data;
}

function createMapParts(input: ComposeInput): MapParts {
  const { spec, context } = input;
  const ground = input.edition || input.isOnce ? createGround(input) : getGround(input);
  const edition = input.edition ?? createEditionView(context, spec);
  const definition = defineSheetMap(input, { edition, metersPerMillimeter: ground.projection.metersPerMillimeter });
  const layers = streamLayers(input, { edition, definition });
  const body = drawMapBody({
    definition,
    county: context.county,
    featuresOf: layers.of,
    projection: ground.projection,
    paper: ground.paper,
    relief: spec.relief,
    isSpread: true,
  });
  const scope = { context, area: context.scope(spec.areaCode).area, language: spec.language };
  let data: PanelData | null = null;
  return {
    ground,
    edition,
    definition,
    body,
    legend: listLegend(definition, layers.told()),
    readData(kit) {
      data ??= keepData(input, definition, () =>
        readPanelData(kit, definition, { scope, edition, options: spec.options }),
      );
      return data;
    },
    placeNames: rememberNames(body, ground),
  };
}

/** Features published at a time: few enough to be let go young. */
const BATCH = 100;

/** Features of each layer one after the other, for the map; what they say is remembered for the legend. */
function streamLayers(
  { spec, context }: ComposeInput,
  { edition, definition }: { readonly edition: EditionView; readonly definition: MapDefinition },
) {
  const { isHandKept, secondLanguage } = spec.options;
  // what is let go at once costs nothing to keep
  const isPlain = !edition.isPublic && !isHandKept && secondLanguage === null;
  function* publishOneByOne(layer: FeatureLayer, features: Iterable<MapFeature>): Iterable<MapFeature> {
    for (const batch of batchesOf(features))
      yield* publishForSheet(layer, { type: 'FeatureCollection', features: batch }, { edition, spec }).features;
  }
  const told = new Map<FeatureLayer, Set<MapFeature['properties']>>();
  function* stream(layer: FeatureLayer): Iterable<DrawnFeature> {
    const said = new Set<MapFeature['properties']>();
    told.set(layer, said);
    const request = { context, layer, areaCode: spec.areaCode, language: spec.language };
    const lines = isPlain ? listSharedLines(definition, request) : null;
    if (lines) {
      const forEachLine: typeof lines.forEachLine = (visit) =>
        lines.forEachLine((properties, run) => {
          said.add(properties);
          visit(properties, run);
        });
      yield { forEachLine };
      return;
    }
    const share = createPropertySharer(definition, layer);
    const features = streamFeatures({ ...request, isExact: true });
    for (const feature of isPlain ? features : publishOneByOne(layer, features)) {
      const drawn = share(feature);
      said.add(drawn.properties);
      yield drawn;
    }
  }
  return {
    of: (layer: FeatureLayer) => ({ features: stream(layer) }),
    told: (): LayerFeatures =>
      Object.fromEntries(
        [...told].map(([layer, said]) => [layer, { features: [...said].map((properties) => ({ properties })) }]),
      ),
  };
}

function* batchesOf(features: Iterable<MapFeature>): Iterable<readonly MapFeature[]> {
  let batch: MapFeature[] = [];
  for (const feature of features) {
    batch.push(feature);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function rememberNames(body: MapBody, { projection }: SheetGround): MapParts['placeNames'] {
  let last: { readonly measure: MeasureText; readonly key: string; readonly labels: LabelPlacement } | null = null;
  return (measure, furniture) => {
    const key = JSON.stringify(furniture);
    if (last?.measure === measure && last.key === key) return last.labels;
    const labels = placeLabels(body.wishes, {
      measure,
      map: projection.map,
      obstacles: furniture,
      icons: body.icons,
      signs: body.signs,
      drawn: [...body.ground, ...body.marks],
    });
    last = { measure, key, labels };
    return labels;
  };
}
