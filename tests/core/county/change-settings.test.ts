import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/county/campaign.ts';
import { changeSettings } from '#core/county/change-settings.ts';

const { version, ...SPEEDS } = DEFAULT_SETTINGS.speeds;

describe('changeSettings', () => {
  it('changes what is given and leaves the rest', () => {
    const changed = changeSettings(DEFAULT_SETTINGS, { joinHouseholds: 20, joinPeople: null });
    expect(changed).toEqual({ ...DEFAULT_SETTINGS, joinHouseholds: 20, joinPeople: null });
  });

  it('gives back the same settings when nothing differs', () => {
    expect(changeSettings(DEFAULT_SETTINGS, {})).toBe(DEFAULT_SETTINGS);
    const same = { joinHouseholds: 30, joinPeople: undefined, speeds: { ...SPEEDS, pavedKmh: { ...SPEEDS.pavedKmh } } };
    expect(changeSettings(DEFAULT_SETTINGS, same)).toBe(DEFAULT_SETTINGS);
  });

  it('raises the version of the speed table by one when its contents change, and only then', () => {
    const speeds = { ...SPEEDS, pavedKmh: { ...SPEEDS.pavedKmh, C: 25 } };
    const changed = changeSettings(DEFAULT_SETTINGS, { speeds });
    expect(changed.speeds).toEqual({ ...speeds, version: version + 1 });
    expect(changeSettings(changed, { speeds, joinHouseholds: 20 }).speeds).toBe(changed.speeds);
    expect(changeSettings(changed, { speeds: SPEEDS }).speeds.version).toBe(version + 2);
  });

  it('keeps surfaces in their own order, each once', () => {
    const reversed = DEFAULT_SETTINGS.hardenedSurfaces.toReversed();
    expect(changeSettings(DEFAULT_SETTINGS, { hardenedSurfaces: reversed })).toBe(DEFAULT_SETTINGS);
    const changed = changeSettings(DEFAULT_SETTINGS, { hardenedSurfaces: ['blocks', 'cement_concrete', 'blocks'] });
    expect(changed.hardenedSurfaces).toEqual(['cement_concrete', 'blocks']);
  });
});
