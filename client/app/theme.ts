import { getTokens } from '#client/state/screen-tokens.ts';
import type { Theme } from '#client/state/view.ts';
import { tokenProperty } from '#client/ui/tokens.ts';

/** Puts the dress on the page: our style sheets name the tokens only. */
export function applyTheme({ theme, scale }: { readonly theme: Theme; readonly scale: number }): void {
  const root = document.documentElement;
  for (const [name, color] of Object.entries(getTokens(theme))) root.style.setProperty(tokenProperty(name), color);
  root.style.setProperty('--scale', String(scale));
  root.style.colorScheme = theme;
  root.dataset.theme = theme;
}
