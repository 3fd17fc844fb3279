import type { AtlasRequest, SheetBatchRequest, TilesRequest } from '#core/api/atlases.ts';
import type { Language } from '#core/texts/language.ts';
import { copyOptions, keepTitleForMany, type SheetWish } from './sheet-wish.ts';

/** What all pages have in common: as the one sheet was set up. */
interface Shared {
  readonly wish: SheetWish;
  readonly asOf: string | null;
  readonly language: Language;
}

/** What was typed for one sheet is not of the others. */
const share = ({ wish, asOf, language }: Shared) => ({
  ...(asOf === null ? {} : { asOf }),
  edition: wish.edition,
  lang: wish.language ?? language,
  relief: wish.relief,
  options: { ...copyOptions(wish.options), title: keepTitleForMany(wish.options.title) },
});

/** Sheets of areas as a ZIP. */
export const createBatchRequest = (
  shared: Shared,
  of: Pick<SheetBatchRequest, 'areas' | 'maps' | 'format' | 'dpi' | 'paper' | 'remember'>,
): SheetBatchRequest => ({ ...share(shared), ...of, kind: 'sheets', scale: 'fit' });

/** A book. */
export const createAtlasRequest = (
  shared: Shared,
  of: Pick<AtlasRequest, 'area' | 'level' | 'maps' | 'paper' | 'papers' | 'form' | 'remember'>,
): AtlasRequest => ({ ...share(shared), ...of, kind: 'atlas', scale: 'fit' });

/** The chosen sheet on pages of an office printer. */
export const createTilesRequest = (shared: Shared, of: Pick<TilesRequest, 'area' | 'map' | 'tile'>): TilesRequest => {
  const { paper, orientation, scale, options } = shared.wish;
  return {
    ...share(shared),
    ...of,
    kind: 'tiles',
    paper,
    orientation,
    scale,
    options: copyOptions(options),
  };
};
