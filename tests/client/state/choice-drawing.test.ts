import { describe, expect, it } from 'vitest';
import { drawCandidates, drawProgramme, listYears } from '#client/state/choice-drawing.ts';
import type { DrawnSite } from '#client/state/plan-drawing.ts';
import type { ChosenSites, RoadProgramme } from '#core/api/choices.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';

const createSite = (code: string): DrawnSite => ({
  code,
  label: code,
  position: [107, 27],
  load: '',
  state: 'kept',
  isOver: false,
});
const SITES = ['AZ001', 'AZ002', 'AZ003'].map(createSite);

describe('drawCandidates', () => {
  it('shows what is asked of each site, and drawn places', () => {
    const form = { picks: { AZ002: 'required' }, positions: [[107.1, 27.1]], usesSites: true } as const;
    expect(drawCandidates(SITES, form, null).map(({ state }) => state)).toEqual([
      'candidate',
      'required',
      'candidate',
      'drawn',
    ]);
  });

  it('shows the opened sites of an answer with their households, the others small', () => {
    const sites = [
      {
        siteCode: 'AZ002',
        name: '河边',
        position: [107, 27],
        isNew: false,
        households: 120,
        capacityHouseholds: 150,
        reason: '',
      },
    ];
    const drawn = drawCandidates(SITES, { picks: {}, positions: [], usesSites: true }, {
      sites,
    } as unknown as ChosenSites);
    expect(drawn.map(({ code, state, written }) => [code, state, written])).toEqual([
      ['AZ001', 'not_opened', ''],
      ['AZ003', 'not_opened', ''],
      ['AZ002', 'opened', '河边\n120/150'],
    ]);
  });
});

describe('drawProgramme', () => {
  const segments = {
    type: 'FeatureCollection',
    features: ['L1', 'L2', 'L3'].map((code) => ({
      type: 'Feature',
      properties: { code },
      geometry: {
        type: 'LineString',
        coordinates: [
          [107, 27],
          [107.1, 27],
        ],
      },
    })),
  } as unknown as FeatureCollection;
  const createStep = (number: number, year: number, parts: readonly (readonly [string, number])[]) => ({
    number,
    year,
    segments: parts.map(([code, km]) => ({ code, km })),
  });
  const steps = [
    createStep(1, 2028, [
      ['L1', 1],
      ['L2', 2],
    ]),
    createStep(2, 2027, [['L9', 3]]),
  ] as unknown as RoadProgramme['steps'];

  it('numbers the longest segment of a step and leaves out what the map does not know', () => {
    expect(
      drawProgramme({ steps }, segments).map(({ code, step, yearIndex, written }) => [code, step, yearIndex, written]),
    ).toEqual([
      ['L1', 1, 1, ''],
      ['L2', 1, 1, '1'],
    ]);
  });

  it('draws nothing before there is an answer', () => {
    expect(drawProgramme(null, segments)).toEqual([]);
    expect(listYears({ steps })).toEqual([2027, 2028]);
  });
});
