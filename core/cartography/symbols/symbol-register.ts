import { HAZARD_SYMBOLS } from './hazard-symbols.ts';
import { HOUSEHOLD_SYMBOLS } from './household-symbols.ts';
import { INDUSTRY_SYMBOLS } from './industry-symbols.ts';
import { LIGHT_SYMBOLS } from './light-symbols.ts';
import type { MapSymbol } from './map-symbol.ts';
import { MARK_SYMBOLS } from './mark-symbols.ts';
import { SETTLEMENT_SYMBOLS } from './settlement-symbols.ts';
import { SITE_SYMBOLS } from './site-symbols.ts';

/** Every point symbol that an `icon-image` may name. */
export const SYMBOLS = {
  ...LIGHT_SYMBOLS,
  ...SITE_SYMBOLS,
  ...HAZARD_SYMBOLS,
  ...HOUSEHOLD_SYMBOLS,
  ...INDUSTRY_SYMBOLS,
  ...MARK_SYMBOLS,
  ...SETTLEMENT_SYMBOLS,
} satisfies Record<string, MapSymbol>;

/** Name of a point symbol. */
export type SymbolId = keyof typeof SYMBOLS;
