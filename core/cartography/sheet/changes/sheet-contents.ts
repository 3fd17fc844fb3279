import type { AreaLevel, MapKind } from '../../../county/kinds.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import type { IndicatorCode } from '../../../indicators/figure.ts';
import { createMapDefinition } from '../../create-map-definition.ts';
import type { FeatureLayer, MapTable } from '../../map-definition.ts';

/** What a sheet of a map shows, as far as changes are concerned. */
export interface SheetContents {
  readonly figures: readonly IndicatorCode[];
  readonly rankedBy: IndicatorCode;
  readonly layers: ReadonlySet<FeatureLayer>;
  readonly tables: ReadonlySet<MapTable>;
}

const known = new WeakMap<IndicatorContext, Map<string, SheetContents>>();

/** What a map shows at the level of an area. It is the same for all areas of a level, so that four hundred sheets cost no more than three. */
export function getSheetContents(context: IndicatorContext, map: MapKind, areaCode: string): SheetContents {
  const level: AreaLevel = context.scope(areaCode).area.level;
  const kept = known.get(context) ?? new Map<string, SheetContents>();
  known.set(context, kept);
  const found = kept.get(`${map} ${level}`);
  if (found) return found;
  const { figures, rankedBy, sources, tables } = createMapDefinition({
    context,
    map,
    areaCode,
    palette: 'paper',
    language: 'zh',
  });
  const layers = Object.values(sources).flatMap((source) => (source.kind === 'features' ? [source.layer] : []));
  const contents = { figures, rankedBy, layers: new Set(layers), tables: new Set(tables) };
  kept.set(`${map} ${level}`, contents);
  return contents;
}
