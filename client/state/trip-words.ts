import { formatCount, formatNumber } from '#core/indicators/format-figure.ts';
import type { TravelMetric } from '#core/network/travel.ts';
import type { Language } from '#core/texts/language.ts';
import { text } from '#core/texts/text.ts';

const METERS_PER_KILOMETER = 1000;
const MINUTES_PER_HOUR = 60;

/** A length as people read it: whole metres below a kilometre, then kilometres with two decimals. */
export function writeKm(km: number | null, language: Language): string {
  if (km === null) return text(language, 'figures', 'no_value');
  const meters = Math.round(km * METERS_PER_KILOMETER);
  if (meters < METERS_PER_KILOMETER) return `${meters} ${text(language, 'tools', 'unit_meters')}`;
  return `${formatNumber(km, 2)} ${text(language, 'figures', 'unit_km')}`;
}

/** A time as people read it: minutes with one decimal below ten, whole below two hours, then hours and minutes. */
export function writeMinutes(minutes: number | null, language: Language): string {
  if (minutes === null) return text(language, 'figures', 'no_value');
  if (minutes < 10) return `${formatNumber(minutes, 1)} ${text(language, 'figures', 'unit_minutes')}`;
  const whole = Math.round(minutes);
  if (whole < 2 * MINUTES_PER_HOUR) return formatCount(whole, 'minutes', { language });
  return text(language, 'tools', 'hours_minutes', {
    hours: Math.floor(whole / MINUTES_PER_HOUR),
    minutes: whole % MINUTES_PER_HOUR,
  });
}

/** The limit of a band: `15 分钟`, `3 公里`. `limit` in minutes or metres. */
export const writeLimit = (limit: number, by: TravelMetric, language: Language): string =>
  by === 'minutes'
    ? formatCount(limit, 'minutes', { language })
    : `${formatNumber(limit / METERS_PER_KILOMETER, limit % METERS_PER_KILOMETER === 0 ? 0 : 1)} ${text(language, 'figures', 'unit_km')}`;
