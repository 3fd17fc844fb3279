import type { SuitabilityClass } from '../planning/rules/site-rule.ts';

/**
 * Colours of the suitability grid: good to barely suitable is one scale from dark blue to light, so that lightness alone orders it (blue and orange stay
 * apart for every common kind of colour blindness); what asks for argument is a warm yellow; what is refused is grey-red with dark stripes.
 */
export const SUITABILITY_COLORS: Readonly<Record<SuitabilityClass, string>> = {
  refused: '#C9A79F',
  to_be_argued: '#F2D58A',
  poor: '#D6E6EC',
  fair: '#7FB3C8',
  good: '#1D5F84',
};

/** Stripes over refused ground. */
export const REFUSED_STRIPE_COLOR = '#8C4A40';

/** Cells from one stripe to the next, along the rows. */
export const REFUSED_STRIPE_CELLS = 4;
