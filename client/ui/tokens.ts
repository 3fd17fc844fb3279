/** Colours of the screen's dress; the map has its own palette. */
export interface Tokens {
  readonly ground: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly hairline: string;
  readonly primary: string;
  readonly seal: string;
  readonly green: string;
  readonly yellow: string;
  readonly red: string;
  readonly grey: string;
}

/** The name of a token as a CSS custom property. */
export const tokenProperty = (name: string): string => `--${name.replace(/(\d)/, '-$1')}`;
