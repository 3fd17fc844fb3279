import { describe, expect, it } from 'vitest';
import { drawPlaced, drawSites, listPlannedRoads } from '#client/state/plan-drawing.ts';
import type { ShownCommand } from '#client/state/plan-edits.ts';
import type { PlanEdit } from '#core/county/plan.ts';
import type { LonLat } from '#core/geo/lon-lat.ts';

const shown = (edits: readonly PlanEdit[]): readonly ShownCommand[] =>
  edits.map((edit, index) => ({ ...edit, id: String(index), by: null, at: null }));
const placesWith = (sites: Readonly<Record<string, LonLat>>) => ({
  settlements: new Map(),
  sites: new Map(
    Object.entries(sites).map(([code, position]) => [code, { code, label: code, position, facts: { code } }]),
  ),
});

describe('drawSites', () => {
  it('shows what the commands do before anything is computed', () => {
    const drawn = drawSites(
      placesWith({ AZ001: [107, 27], AZ002: [107.1, 27], AZ003: [107.2, 27] }),
      shown([
        { kind: 'move_site', input: { siteCode: 'AZ001', position: [107.05, 27.05] } },
        { kind: 'close_site', input: { siteCode: 'AZ002' } },
        { kind: 'remove_site', input: { siteCode: 'AZ003' } },
        {
          kind: 'place_site',
          input: { siteCode: 'F-S1', name: '新点', position: [107.3, 27], capacityHouseholds: 80 },
        },
      ]),
      undefined,
    );
    expect(drawn.map(({ code, position, state }) => ({ code, position, state }))).toEqual([
      { code: 'AZ001', position: [107.05, 27.05], state: 'planned' },
      { code: 'AZ002', position: [107.1, 27], state: 'closed' },
      { code: 'F-S1', position: [107.3, 27], state: 'planned' },
    ]);
  });
});

describe('drawPlaced', () => {
  it('leaves out what was taken out again', () => {
    const service = { name: '卫生室', kind: 'clinic', position: [107, 27] } as const;
    const placed = drawPlaced(
      shown([
        { kind: 'place_service', input: { serviceCode: 'F1', ...service } },
        { kind: 'place_service', input: { serviceCode: 'F2', ...service } },
        { kind: 'remove_placed', input: { code: 'F1' } },
      ]),
    );
    expect(placed.map(({ code }) => code)).toEqual(['F2']);
  });
});

describe('listPlannedRoads', () => {
  it('keeps the last year of each segment', () => {
    const { hardened } = listPlannedRoads(
      shown([
        { kind: 'harden_segment', input: { segmentCode: 'LD1', year: 2027 } },
        { kind: 'harden_segment', input: { segmentCode: 'LD2', year: 2027 } },
        { kind: 'harden_segment', input: { segmentCode: 'LD1', year: 2028 } },
        { kind: 'leave_segment', input: { segmentCode: 'LD2' } },
      ]),
    );
    expect([...hardened]).toEqual([['LD1', 2028]]);
  });
});
