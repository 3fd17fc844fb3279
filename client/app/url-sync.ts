import { useEffect } from 'react';
import { navigate } from 'wouter/use-browser-location';
import type { View } from '#client/state/view.ts';
import { useViewStore } from '#client/state/view-store.ts';
import { formatViewUrl, parseViewUrl, type ViewDefaults } from '#client/state/view-url.ts';

/** From this width on a screen hangs on a wall: nobody sits before 3,200 CSS pixels. */
const WALL_PIXELS = 3200;

const readDefaults = (): ViewDefaults => ({
  language: navigator.language.startsWith('zh') || !navigator.language.startsWith('en') ? 'zh' : 'en',
  theme: 'light',
  wall: window.innerWidth >= WALL_PIXELS,
});

/** The view that the present address asks for. */
export const readView = (): View => parseViewUrl(location.pathname, location.search, readDefaults());

/** Takes the first view from the address and keeps the two equal: changes go into the history, back and forward come out of it. */
export function useUrlSync(): void {
  useEffect(() => {
    const leave = useViewStore.subscribe(({ view, step }) => {
      const url = formatViewUrl(view);
      if (step === 'none' || url === location.pathname + location.search) return;
      navigate(url, { replace: step === 'replace' });
    });
    const handleHistory = (): void => useViewStore.getState().change(readView(), 'none');
    window.addEventListener('popstate', handleHistory);
    return () => {
      leave();
      window.removeEventListener('popstate', handleHistory);
    };
  }, []);
}
