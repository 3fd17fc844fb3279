import type { Theme } from '#client/state/view.ts';
import { type Tokens, tokenProperty } from '#client/ui/tokens.ts';
import { PALETTES } from '#core/cartography/palettes.ts';

/** The screen's dress, from the same palette as the map's. */
export function getTokens(theme: Theme): Tokens {
  const palette = PALETTES[theme];
  return {
    ground: palette.ground,
    surface: palette.surface,
    ink: palette.ink,
    ink2: palette.ink2,
    hairline: palette.hairline,
    primary: palette.primary,
    seal: palette.seal,
    green: palette.lightGreen,
    yellow: palette.lightYellow,
    red: palette.lightRed,
    grey: palette.lightGrey,
  };
}

/** Puts the dress on the page: our style sheets name the tokens only. */
export function applyTokens(tokens: Tokens, options: { readonly theme: Theme; readonly scale: number }): void {
  const root = document.documentElement;
  for (const [name, color] of Object.entries(tokens)) root.style.setProperty(tokenProperty(name), color);
  root.style.setProperty('--scale', String(options.scale));
  root.style.colorScheme = options.theme;
  root.dataset.theme = options.theme;
}
