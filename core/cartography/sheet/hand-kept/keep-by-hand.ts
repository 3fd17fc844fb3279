import { text } from '../../../texts/text.ts';
import type { LegendEntry, LegendGroup, MapDefinition, MapTable } from '../../map-definition.ts';
import { PALETTES } from '../../palettes.ts';
import { resolveImages } from '../../resolve-images.ts';
import { createHandBoxes, HAND_BOX_IMAGE } from './hand-boxes.ts';

/** Layers that show what may be otherwise next week: the pen keeps these. */
const STATE_LAYERS: ReadonlySet<string> = new Set([
  'areas-light',
  'areas-empty',
  'lights',
  'tasks-late',
  'gaps-settlements',
  'gaps-case',
  'gaps',
  'gaps-tick',
  'gaps-new',
  'gaps-label',
  'settlements-joined',
]);

/** Tables of the day, which are wrong in a week. */
const STATE_TABLES: ReadonlySet<MapTable> = new Set(['ranking', 'late_tasks', 'gaps']);

/**
 * A map definition for the hand-kept edition (手工销号版): what may change is not drawn, hollow boxes stand beside villages, segments, sites; what was
 * done for good by the day stays as it is. With `blankStates`, which takes the states out of the features.
 *
 * @param metersPerMillimeter of the sheet: segments shorter than a box have none
 */
export function keepByHand(definition: MapDefinition, metersPerMillimeter: number): MapDefinition {
  const { language } = definition;
  const layers = definition.layers.filter(({ id }) => !STATE_LAYERS.has(id));
  const boxes = createHandBoxes({ ...definition, layers }, metersPerMillimeter);
  const palette = PALETTES[definition.palette];
  return {
    ...definition,
    title: text(language, 'sheets', 'hand_kept_title', { title: definition.title }),
    layers: [...layers, ...boxes.map(({ layer }) => layer)],
    paper: { ...definition.paper, ...Object.fromEntries(boxes.map(({ layer, paper }) => [layer.id, paper])) },
    images: { ...definition.images, ...resolveImages([HAND_BOX_IMAGE], { palette, language }) },
    legend: keepLegend(
      definition,
      boxes.map(({ layer }) => layer.id),
    ),
    tables: keepTables(definition),
    notes: [text(language, 'sheets', 'hand_kept_note'), ...definition.notes],
  };
}

/** Tables whose rows can be struck off; a county's list of tasks would take sheets of its own, its sites take one. */
function keepTables({ tables, level, map }: MapDefinition): readonly MapTable[] {
  const kept = tables.filter((table) => !STATE_TABLES.has(table));
  return map === 'progress' && level === 'county' ? [...kept, 'sites'] : kept;
}

/** Legend lines whose class also stands for what is under way now. */
const OPEN_LINES: ReadonlySet<string> = new Set(['segment-not_begun', 'site-0']);

/** The legend that a layer left on the map draws; what was struck off stands with the boxes. */
function keepLegend({ language, legend }: MapDefinition, boxLayerIds: readonly string[]): readonly LegendGroup[] {
  const kept = legend.flatMap(withoutStates);
  const struckOff = kept.flatMap(({ entries }) => entries.filter(({ id }) => id === 'struck-off'));
  const openLabel = text(language, 'sheets', 'hand_kept_open');
  const others = kept.flatMap((group): LegendGroup[] => {
    const entries = group.entries.filter(({ id }) => id !== 'struck-off');
    if (entries.length === 0) return [];
    return [
      {
        ...group,
        entries: entries.map((entry) => (OPEN_LINES.has(entry.id) ? { ...entry, label: openLabel } : entry)),
      },
    ];
  });
  const boxes = boxLayerIds.length === 0 ? [] : [createBoxLine(language, boxLayerIds)];
  const title = text(language, 'sheets', 'hand_kept_legend');
  return [{ title, note: null, layout: 'list', entries: [...boxes, ...struckOff] }, ...others];
}

const createBoxLine = (language: MapDefinition['language'], layerIds: readonly string[]): LegendEntry => ({
  id: 'hand-box',
  label: text(language, 'sheets', 'hand_kept_box'),
  layerIds,
  geometry: 'point',
  properties: {},
  swatches: [
    {
      layerId: layerIds[0] ?? '',
      type: 'symbol',
      color: null,
      opacity: 1,
      size: 1,
      stroke: null,
      strokeWidth: 0,
      dash: null,
      image: HAND_BOX_IMAGE,
      text: null,
    },
  ],
  // a village that left has no box
  occursWhen: layerIds.every((id) => id === 'hand-villages')
    ? { layer: 'seats', property: 'exited', value: false }
    : null,
});

/** Legend lines that a layer left on the map draws. */
function withoutStates(group: LegendGroup): LegendGroup[] {
  const entries = group.entries.flatMap((entry): LegendEntry[] => {
    const layerIds = entry.layerIds.filter((id) => !STATE_LAYERS.has(id));
    if (layerIds.length === 0) return [];
    return [{ ...entry, layerIds, swatches: entry.swatches.filter(({ layerId }) => !STATE_LAYERS.has(layerId)) }];
  });
  return entries.length > 0 ? [{ ...group, entries }] : [];
}
