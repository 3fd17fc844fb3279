import { describe, expect, it } from 'vitest';
import type { County } from '#core/county/county.ts';
import { createCountyState } from '#core/county/county-state.ts';
import { computeFigures } from '#core/indicators/compute.ts';
import { createIndicatorContext } from '#core/indicators/context.ts';
import { INDICATOR_CODES } from '#core/indicators/figure.ts';
import { getNetwork } from '#core/network/network.ts';
import { getRoadBase } from '#core/network/road-base.ts';
import { createRoadState } from '#core/network/road-state.ts';
import { applyCommands } from '#core/planning/apply-commands.ts';
import { EVERY_KIND, numberCommands } from '#tests/support/plan-commands.ts';
import { createTinyCounty } from '#tests/support/tiny-county.ts';

const driveMinutes = (county: County) =>
  getNetwork(county)
    .at(createRoadState(createCountyState(county, county.dataDate)))
    .costs('drive', 'minutes');
const withSpeeds = (county: County, gravelKmh: number): County => ({
  ...county,
  settings: { ...county.settings, speeds: { ...county.settings.speeds, gravelKmh } },
});

describe('getRoadBase', () => {
  const county = createTinyCounty();

  it('is one for counties that differ in plans and settings only', () => {
    const { county: planned } = applyCommands(
      county,
      numberCommands(EVERY_KIND.filter(({ kind }) => kind !== 'add_segment')),
    );
    const settings = { ...county.settings, joinDistanceMeters: 300 };
    expect(planned.segments).not.toBe(county.segments);
    expect(getRoadBase(planned)).toBe(getRoadBase(county));
    expect(getRoadBase({ ...county, settings })).toBe(getRoadBase(county));
    expect(driveMinutes(planned).forward).toBe(driveMinutes(county).forward);
    // what is kept by the costs of one county is not told of the other
    expect(driveMinutes(planned)).not.toBe(driveMinutes(county));
    expect(driveMinutes(county)).toBe(driveMinutes(county));
  });

  it('takes the speeds of the county that is asked, over the same graph', () => {
    const slow = withSpeeds(county, 5);
    expect(getNetwork(slow).graph).toBe(getNetwork(county).graph);
    expect(driveMinutes(slow).forward).not.toEqual(driveMinutes(county).forward);
    expect(driveMinutes(slow).forward).toEqual(driveMinutes(withSpeeds(createTinyCounty(), 5)).forward);
  });

  it('builds another graph where a line, a class or a direction differs', () => {
    const change = (by: object): County => ({
      ...county,
      segments: county.segments.map((segment, i) => (i === 0 ? { ...segment, ...by } : segment)),
    });
    const base = getRoadBase(county);
    const line = { type: 'LineString' as const, coordinates: [[107.5, 27.005] as const, [107.51, 27.0051] as const] };
    for (const by of [{ line }, { roadClass: 'C' }, { oneWay: true }]) expect(getRoadBase(change(by))).not.toBe(base);
    const first = county.segments[0] as (typeof county.segments)[number];
    const copied = { ...first.line, coordinates: first.line.coordinates.map(([lon, lat]) => [lon, lat] as const) };
    const again = getRoadBase(county);
    expect(getRoadBase(change({ line: copied, plannedYear: 2027 }))).toBe(again);
  });

  it('gives every figure of a planned county as if it stood alone, whatever was asked of others before', () => {
    const figures = (one: County) =>
      computeFigures(createIndicatorContext(one), one.code, INDICATOR_CODES, { parts: true });
    figures(county);
    for (let count = 1; count <= EVERY_KIND.length; count++) {
      const { county: planned } = applyCommands(county, numberCommands(EVERY_KIND.slice(0, count)));
      expect(figures(planned)).toEqual(figures(structuredClone(planned)));
    }
  });
});
