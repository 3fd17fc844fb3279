import { useCallback, useMemo } from 'react';
import type { SheetOptions } from '#core/cartography/sheet/sheet-spec.ts';
import { formatSheetWish, parseSheetWish, type SheetWish } from './sheet-wish.ts';
import { useView, useViewStore } from './view-store.ts';

/** What is chosen of the sheet, and how it is changed. It stands in the address: a link opens the same sheet. */
export interface ChosenSheet {
  readonly wish: SheetWish;
  readonly choose: (patch: Partial<SheetWish>) => void;
  readonly chooseOptions: (patch: Partial<SheetOptions>) => void;
}

/** The chosen sheet. */
export function useSheetWish(): ChosenSheet {
  const written = useView((view) => view.sheet);
  const area = useView((view) => view.area);
  const map = useView((view) => view.map);
  const wish = useMemo(() => parseSheetWish(written, { area, map }), [written, area, map]);
  const choose = useCallback((patch: Partial<SheetWish>): void => {
    const { view, change } = useViewStore.getState();
    change({ sheet: formatSheetWish({ ...parseSheetWish(view.sheet, view), ...patch }, view) }, 'replace');
  }, []);
  const chooseOptions = useCallback(
    (patch: Partial<SheetOptions>): void => {
      const { view } = useViewStore.getState();
      const { options } = parseSheetWish(view.sheet, view);
      choose({ options: { ...options, ...patch } });
    },
    [choose],
  );
  return { wish, choose, chooseOptions };
}
