import { PALETTES } from '#core/cartography/palettes.ts';
import type { Theme } from './view.ts';

/** The screen's dress, from the same palette as the map's. */
export function getTokens(theme: Theme) {
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
