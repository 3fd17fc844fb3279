import { createMapDefinition } from '../create-map-definition.ts';
import type { FeatureCollection } from '../features/map-feature.ts';
import type { FeatureLayer, MapDefinition } from '../map-definition.ts';
import type { ComposeInput } from './composed-sheet.ts';
import type { EditionView } from './edition/edition-view.ts';
import { blankStates } from './hand-kept/blank-states.ts';
import { keepByHand } from './hand-kept/keep-by-hand.ts';
import { withSecondLegend } from './second-language/second-legend.ts';
import { withSecondNames } from './second-language/second-names.ts';

/** The map of a sheet as its edition and its options want it: palette, what is kept by hand, second language. */
export function defineSheetMap(
  { spec, context }: Pick<ComposeInput, 'spec' | 'context'>,
  { edition, metersPerMillimeter }: { readonly edition: EditionView; readonly metersPerMillimeter: number },
): MapDefinition {
  const { options } = spec;
  const palette = options.colors === 'mono' ? 'mono' : 'paper';
  const define = (language: MapDefinition['language']): MapDefinition => {
    const published = edition.define(createMapDefinition({ ...spec, context, palette, language }));
    return options.isHandKept ? keepByHand(published, metersPerMillimeter) : published;
  };
  const definition = define(spec.language);
  return options.secondLanguage === null ? definition : withSecondLegend(definition, define(options.secondLanguage));
}

/** Features as the edition and the options of a sheet want them. */
export function publishForSheet(
  layer: FeatureLayer,
  features: FeatureCollection,
  { edition, spec }: { readonly edition: EditionView } & Pick<ComposeInput, 'spec'>,
): FeatureCollection {
  const published = edition.publish(layer, features);
  const kept = spec.options.isHandKept ? blankStates(layer, published) : published;
  return spec.options.secondLanguage === null ? kept : withSecondNames(layer, kept, spec.options.secondLanguage);
}
