import type { Settings } from '../../county/campaign.ts';

/** Bands of the reach of parks, widest first: the minutes of I2, and half of them. */
export const listReachBands = ({
  parkMinutes,
}: Pick<Settings, 'parkMinutes'>): readonly { readonly band: 'far' | 'near'; readonly minutes: number }[] => [
  { band: 'far', minutes: parkMinutes },
  { band: 'near', minutes: parkMinutes / 2 },
];
