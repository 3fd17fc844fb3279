import type { MapKind } from '../../county/kinds.ts';
import type { Orientation } from '../sheet/paper.ts';
import type { SheetSpec } from '../sheet/sheet-spec.ts';
import type { AtlasSpec } from './atlas-spec.ts';

/** The sheet that a map page is. A page has no code: it is turned to in the book. */
export const createMapSpec = (
  { asOf, paper, scale, edition, language, relief, options }: AtlasSpec,
  page: { readonly map: MapKind; readonly areaCode: string; readonly orientation: Orientation },
): SheetSpec => ({ ...page, asOf, paper, scale, edition, language, relief, liveUrl: null, options });
