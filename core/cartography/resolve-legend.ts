import { Color, type LayerSpecification } from '@maplibre/maplibre-gl-style-spec';
import type { LegendEntry, LegendGroup, LegendSwatch } from './map-definition.ts';
import type { LegendDraft, LegendLine } from './map-scene.ts';
import { compileLayerStyle, type LayerStyle, type StyleFeature } from './sheet/body/layer-style.ts';

const GEOMETRY_TYPES = { point: 'Point', line: 'LineString', polygon: 'Polygon' } as const;

/** Legend groups with the swatches of their lines: the expressions of the named layers evaluated for the line's properties. */
export function resolveLegend(
  drafts: readonly LegendDraft[],
  layers: readonly LayerSpecification[],
  zoom: number,
): readonly LegendGroup[] {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const styles = new Map<string, LayerStyle>();
  const styleOf = (layer: LayerSpecification): LayerStyle => {
    const known = styles.get(layer.id) ?? compileLayerStyle(layer, zoom);
    styles.set(layer.id, known);
    return known;
  };
  const resolveLine = (line: LegendLine): LegendEntry => ({
    ...line,
    swatches: line.layerIds.flatMap((id) => {
      const layer = byId.get(id);
      if (!layer) throw new RangeError(`Got legend line "${line.id}" for layer "${id}", which is not on the map.`);
      const feature = { type: GEOMETRY_TYPES[line.geometry], properties: { code: '', ...line.properties } };
      const swatch = createSwatch(layer, styleOf(layer), feature);
      return swatch ? [swatch] : [];
    }),
  });
  return drafts.map((group) => ({ ...group, entries: group.entries.map(resolveLine) }));
}

/** How a layer draws a feature; null for layers that a legend has no sample of. */
function createSwatch(layer: LayerSpecification, style: LayerStyle, feature: StyleFeature): LegendSwatch | null {
  const color = (name: string): string | null => {
    const value = style.value(name, feature);
    return value instanceof Color ? toHex(value) : null;
  };
  const plain = { layerId: layer.id, stroke: null, strokeWidth: 0, dash: null, image: null, text: null };
  switch (layer.type) {
    case 'fill': {
      const image = style.has('fill-pattern') ? style.text('fill-pattern', feature) : null;
      const opacity = style.number('fill-opacity', feature);
      return { ...plain, type: 'fill', color: image ? null : color('fill-color'), opacity, size: 0, image };
    }
    case 'line':
      return {
        ...plain,
        type: 'line',
        color: color('line-color'),
        opacity: style.number('line-opacity', feature),
        size: style.number('line-width', feature),
        dash: style.has('line-dasharray') ? (style.value('line-dasharray', feature) as readonly number[]) : null,
      };
    case 'circle':
      return {
        ...plain,
        type: 'circle',
        color: color('circle-color'),
        opacity: style.number('circle-opacity', feature),
        size: style.number('circle-radius', feature),
        stroke: color('circle-stroke-color'),
        strokeWidth: style.number('circle-stroke-width', feature),
      };
    case 'symbol':
      return {
        ...plain,
        type: 'symbol',
        color: style.has('text-field') ? color('text-color') : null,
        opacity: 1,
        size: style.has('icon-image') ? style.number('icon-size', feature) : style.number('text-size', feature),
        image: style.has('icon-image') ? style.text('icon-image', feature) : null,
        text: style.has('text-field') ? style.text('text-field', feature) : null,
      };
    default:
      return null;
  }
}

/** `#RRGGBB` of an opaque colour. */
const toHex = ({ r, g, b }: Color): string =>
  `#${[r, g, b]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`.toUpperCase();
