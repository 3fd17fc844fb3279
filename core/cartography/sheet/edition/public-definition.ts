import { formatDate } from '../../../indicators/format-figure.ts';
import type { Language } from '../../../texts/language.ts';
import { type TextKey, text } from '../../../texts/text.ts';
import type { LegendEntry, LegendGroup, MapDefinition } from '../../map-definition.ts';
import type { EditionView } from './edition-view.ts';
import { findStatistic } from './public-figures.ts';
import { PUBLIC_PROPERTIES } from './public-layers.ts';
import { LEAST_COUNT } from './suppress-cells.ts';

/** Notes of maps that speak of what a public edition does not draw. */
const INTERNAL_NOTES: readonly TextKey<'maps'>[] = ['note_flows', 'note_schematic_households'];

/** Legend lines of the same: circles of a public edition are whole. */
const INTERNAL_LINES: ReadonlySet<string> = new Set(['circle-core']);

/** A definition without the layers, legend lines, figures, tables and notes that a public edition leaves out. */
export function publishDefinition(definition: MapDefinition, view: EditionView): MapDefinition {
  const { language } = definition;
  const layers = definition.layers.filter((layer) => view.allowsLayer(layer.id) && hasPublicSource(layer, definition));
  const drawn = new Set(layers.map(({ id }) => id));
  const internal = new Set(INTERNAL_NOTES.map((key) => text(language, 'maps', key)));
  const figures = definition.figures.filter(view.allowsFigure);
  const ranked = view.allowsFigure(definition.rankedBy) && findStatistic(definition.rankedBy) === null;
  return {
    ...definition,
    layers,
    paper: Object.fromEntries(Object.entries(definition.paper).filter(([id]) => drawn.has(id))),
    legend: publishLegend(definition.legend, { view, drawn, language }),
    figures,
    // the curve draws the figure that ranks, at every month
    tables: definition.tables.filter((table) => view.allowsTable(table) && (table !== 'curve' || ranked)),
    notes: [...definition.notes.filter((note) => !internal.has(note)), ...listEditionNotes(definition, view)],
  };
}

/** Whether anything of a layer's source reaches a public sheet. */
function hasPublicSource(layer: MapDefinition['layers'][number], { sources }: MapDefinition): boolean {
  const source = 'source' in layer && typeof layer.source === 'string' ? sources[layer.source] : undefined;
  return source?.kind !== 'features' || PUBLIC_PROPERTIES[source.layer] !== undefined;
}

/** What the legend of a public edition is made with. */
interface LegendScope {
  readonly view: EditionView;
  /** Ids of the layers that are drawn. */
  readonly drawn: ReadonlySet<string>;
  readonly language: Language;
}

function publishLegend(groups: readonly LegendGroup[], scope: LegendScope): readonly LegendGroup[] {
  return groups.flatMap((group): LegendGroup[] => {
    const entries = group.entries.flatMap((entry) => publishEntry(entry, scope));
    if (entries.length === 0) return [];
    if (group.layout !== 'nested_circles') return [{ ...group, entries }];
    // circles of which none is drawn need no legend
    if (scope.view.countedOn === null) return [];
    const large = entries.filter(({ properties }) => Number(properties.targetHouseholds) >= LEAST_COUNT.households);
    return [{ ...group, entries: large, note: text(scope.language, 'sheetEditions', 'legend_circle_note') }];
  });
}

function publishEntry(entry: LegendEntry, { drawn, language }: LegendScope): LegendEntry[] {
  const layerIds = entry.layerIds.filter((id) => drawn.has(id));
  if (layerIds.length === 0 || INTERNAL_LINES.has(entry.id)) return [];
  const label =
    entry.occursWhen?.property === 'shareClass' && entry.occursWhen.value === 'none'
      ? text(language, 'sheetEditions', 'legend_share_none')
      : entry.label;
  return [{ ...entry, label, layerIds, swatches: entry.swatches.filter(({ layerId }) => drawn.has(layerId)) }];
}

/** What the counts of the edition are, where it prints any. */
function listEditionNotes({ language, figures, tables }: MapDefinition, view: EditionView): readonly string[] {
  const hasCounts = figures.some((code) => findStatistic(code) !== null) || tables.includes('villages');
  if (!hasCounts) return [];
  const { countedOn } = view;
  return countedOn === null
    ? [text(language, 'sheetEditions', 'note_no_counts')]
    : [
        text(language, 'sheetEditions', 'note_counts', { date: formatDate(countedOn, language) }),
        text(language, 'sheetEditions', 'note_hidden'),
      ];
}
