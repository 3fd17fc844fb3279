import type { FeatureLayer } from './map-definition.ts';
import type { LegendLine } from './map-scene.ts';

type LineInput = Omit<LegendLine, 'occursWhen' | 'properties'> & {
  readonly properties?: LegendLine['properties'];
  readonly occursWhen?: LegendLine['occursWhen'];
};

/** A legend line that is always shown unless `occursWhen` is given. */
export const createLegendLine = ({ properties = {}, occursWhen = null, ...line }: LineInput): LegendLine => ({
  ...line,
  properties,
  occursWhen,
});

/** A legend line of one class: its feature property has the class's value, and it is shown when a feature has it. */
export const createClassLine = (line: {
  readonly id: string;
  readonly label: string;
  readonly layerIds: readonly string[];
  readonly geometry: LegendLine['geometry'];
  readonly layer: FeatureLayer;
  readonly property: string;
  readonly value: string | number | boolean;
  readonly properties?: LegendLine['properties'];
}): LegendLine => ({
  id: line.id,
  label: line.label,
  layerIds: line.layerIds,
  geometry: line.geometry,
  properties: { ...line.properties, [line.property]: line.value },
  occursWhen: { layer: line.layer, property: line.property, value: line.value },
});
