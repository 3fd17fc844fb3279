import type { ChosenSites, RoadProgramme } from '#core/api/choices.ts';
import type { SuitabilityAnswer } from '#core/api/suitability.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';
import { formatNumber } from '#core/indicators/format-figure.ts';
import type { ChooseForm } from './choose-form.ts';
import type { DrawnFlow, DrawnSite } from './plan-drawing.ts';
import type { PlanPlaces } from './use-plan-places.ts';

/** A site or a drawn point as a candidate, or as the answer has it. */
export interface DrawnCandidate {
  /** Empty of a drawn point. */
  readonly code: string;
  readonly written: string;
  readonly position: LonLat;
  readonly state: 'candidate' | 'required' | 'excluded' | 'drawn' | 'opened' | 'opened_new' | 'not_opened';
}

/** Candidates before the question is asked; afterwards those that the answer opens, the others small. */
export function drawCandidates(
  sites: readonly DrawnSite[],
  { picks, positions, usesSites }: Pick<ChooseForm, 'picks' | 'positions' | 'usesSites'>,
  answer: ChosenSites | null,
): readonly DrawnCandidate[] {
  if (!answer) {
    return [
      ...sites.map(({ code, label, position }): DrawnCandidate => {
        const state = picks[code] ?? (usesSites ? 'candidate' : 'not_opened');
        return { code, written: label, position, state };
      }),
      ...positions.map((position): DrawnCandidate => ({ code: '', written: '', position, state: 'drawn' })),
    ];
  }
  const open = new Set(answer.sites.map(({ siteCode }) => siteCode));
  return [
    ...sites
      .filter(({ code }) => !open.has(code))
      .map(({ code, position }): DrawnCandidate => ({ code, written: '', position, state: 'not_opened' })),
    ...answer.sites.map(
      ({ siteCode, name, position, isNew, households, capacityHouseholds }): DrawnCandidate => ({
        code: siteCode,
        written: `${name}\n${formatNumber(households, 0)}${capacityHouseholds === null ? '' : `/${formatNumber(capacityHouseholds, 0)}`}`,
        position,
        state: isNew ? 'opened_new' : 'opened',
      }),
    ),
  ];
}

/** Who would go where by an answer. */
export function drawChosenFlows(answer: ChosenSites | null, places: PlanPlaces): readonly DrawnFlow[] {
  const sites = new Map(answer?.sites.map(({ siteCode, position }) => [siteCode, position]));
  return (answer?.flows ?? []).flatMap(({ settlementCode, siteCode, households }) => {
    const from = places.settlements.get(settlementCode)?.position;
    const to = sites.get(siteCode);
    return from && to ? [{ from, to, siteCode, households }] : [];
  });
}

/** A segment of a road programme. */
export interface DrawnStepSegment {
  readonly code: string;
  readonly step: number;
  /** Place of its year among the years of the programme, from 0. */
  readonly yearIndex: number;
  /** Number of the step on its longest segment; empty on the others. */
  readonly written: string;
  readonly lines: readonly (readonly LonLat[])[];
}

/** Years of a programme, ascending. */
export const listYears = ({ steps }: Pick<RoadProgramme, 'steps'>): readonly number[] =>
  [...new Set(steps.map(({ year }) => year))].toSorted((a, b) => a - b);

/** Segments of a programme with their step and year; those that the map does not know are left out. */
export function drawProgramme(
  answer: Pick<RoadProgramme, 'steps'> | null,
  segments: FeatureCollection | undefined,
): readonly DrawnStepSegment[] {
  if (!answer || !segments) return [];
  const lines = new Map(
    segments.features.flatMap(({ properties, geometry }) =>
      geometry.type === 'LineString' ? [[properties.code, [geometry.coordinates]] as const] : [],
    ),
  );
  const years = listYears(answer);
  return answer.steps.flatMap(({ number, year, segments: parts }) => {
    const longest = parts.reduce((best, part) => (part.km > best.km ? part : best), parts[0] ?? { code: '', km: 0 });
    return parts.flatMap(({ code }): DrawnStepSegment[] => {
      const line = lines.get(code);
      if (!line) return [];
      const written = code === longest.code ? String(number) : '';
      return [{ code, step: number, yearIndex: years.indexOf(year), written, lines: line }];
    });
  });
}

/** A line from a refused place to the nearest one that passes. */
export const drawNearest = ({ place, nearest }: SuitabilityAnswer): readonly [LonLat, LonLat] | null =>
  nearest ? [place.position, nearest.place.position] : null;
