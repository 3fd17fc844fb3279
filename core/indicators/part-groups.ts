import type { IndicatorContext } from './context.ts';
import type { IndicatorDefinition, PartGroup } from './definition.ts';

const known = new WeakMap<IndicatorContext, Map<string, readonly PartGroup[]>>();

/** The groups of parts of an indicator at the context's day, made once for all areas. */
export function getPartGroups(
  context: IndicatorContext,
  definition: IndicatorDefinition,
  withParts: boolean,
): readonly PartGroup[] {
  const ofContext = known.get(context) ?? new Map<string, readonly PartGroup[]>();
  known.set(context, ofContext);
  const key = withParts ? definition.code : `${definition.code} alone`;
  const groups = ofContext.get(key) ?? definition.groups(context, withParts);
  ofContext.set(key, groups);
  return groups;
}
