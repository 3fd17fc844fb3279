import type { ArrangementKind, Cause, TargetCategory } from '#core/county/kinds.ts';
import type { HomesteadRow, HouseholdEventKind, HouseholdRow } from '#core/county/things.ts';

type Events = Partial<Record<HouseholdEventKind, string>>;

interface Sketch {
  readonly category?: TargetCategory;
  readonly cause?: Cause;
  readonly arrangement?: ArrangementKind;
  readonly site?: string;
  readonly year?: number;
  readonly hazard?: string;
  readonly labour?: number;
  readonly retained?: string;
  readonly on?: Events;
}

/** A household that is to be moved. */
const moved = (arrangement: ArrangementKind, year: number, sketch: Sketch = {}): Sketch => ({
  category: 'relocation',
  cause: 'disaster',
  arrangement,
  year,
  ...sketch,
});

/**
 * The 24 households by settlement: 16 targets of 3 people (48), 8 others of 4 people (32). Relocation households: 8 (3 centralised).
 * By category: industry 3, relocation 8, ecological post 1, education 1, social security 2, medical 1.
 * Structure done 4, handed over 3, moved in 3, demolished 2, reclaimed 1, retained 1; with labour force 7, of these in work 4.
 * Risk removed 4, naturally 1; linked 6; hardened to the door 12.
 */
const SKETCHES: Readonly<Record<string, readonly Sketch[]>> = {
  '529902101201001': [
    moved('centralised', 2025, {
      site: 'site-1',
      hazard: 'hz-1',
      on: {
        structure_done: '2025-06-30',
        handed_over: '2025-09-15',
        moved_in: '2025-10-01',
        demolished: '2026-03-01',
        reclaimed: '2026-06-01',
        in_work: '2025-12-01',
        linked: '2026-01-10',
        risk_removed: '2026-04-30',
        door_hardened: '2025-06-30',
      },
    }),
    moved('centralised', 2025, {
      site: 'site-1',
      hazard: 'hz-1',
      on: {
        structure_done: '2025-06-30',
        handed_over: '2025-09-15',
        moved_in: '2025-10-01',
        demolished: '2026-03-01',
        in_work: '2026-02-01',
        risk_removed: '2026-04-30',
        door_hardened: '2025-06-30',
      },
    }),
    moved('self_built', 2025, {
      hazard: 'hz-1',
      on: { structure_done: '2025-09-30', in_work: '2025-05-01', door_hardened: '2024-05-01' },
    }),
    { category: 'industry', cause: 'lack_of_skill', on: { linked: '2024-08-01', door_hardened: '2024-05-01' } },
    { on: { door_hardened: '2024-05-01' } },
    { on: { door_hardened: '2024-05-01' } },
  ],
  '529902101202001': [
    moved('purchased', 2025, {
      retained: '与邻户连体',
      on: {
        structure_done: '2025-03-31',
        handed_over: '2025-04-15',
        moved_in: '2025-05-01',
        in_work: '2025-06-01',
        risk_removed: '2026-04-30',
      },
    }),
    { category: 'industry', cause: 'lack_of_funds', on: { linked: '2024-08-01', door_hardened: '2024-07-01' } },
    { on: { door_hardened: '2024-07-01' } },
  ],
  '529902101202002': [
    moved('monetary', 2026, { labour: 0 }),
    { category: 'social_security', cause: 'lack_of_labour', labour: 0 },
    {},
  ],
  '529902102201001': [
    { category: 'industry', cause: 'lack_of_transport', on: { linked: '2025-03-01', risk_removed: '2026-05-31' } },
    { category: 'education', cause: 'schooling', on: { linked: '2025-03-01', door_hardened: '2025-08-31' } },
    { on: { door_hardened: '2025-08-31' } },
  ],
  '529902102201002': [
    moved('centralised', 2027, { site: 'site-2', hazard: 'hz-1' }),
    { category: 'medical', cause: 'illness', on: { risk_removed_naturally: '2025-11-01' } },
    {},
  ],
  '529902102202001': [
    moved('with_relatives', 2026),
    { category: 'ecological_post', cause: 'other', on: { linked: '2026-02-01', door_hardened: '2025-08-31' } },
    { on: { door_hardened: '2025-08-31' } },
  ],
  '529902102202002': [moved('moved_to_city', 2027), { category: 'social_security', cause: 'disability' }, {}],
};

function createHousehold(settlementCode: string, index: number, sketch: Sketch): HouseholdRow {
  const isTarget = sketch.category !== undefined;
  const events = Object.entries({ ...(isTarget ? { identified: '2024-01-01' } : {}), ...sketch.on })
    .map(([kind, on]) => ({ kind: kind as HouseholdEventKind, on }))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    code: `${settlementCode}${String(index + 1).padStart(4, '0')}`,
    settlementCode,
    people: isTarget ? 3 : 4,
    category: sketch.category ?? null,
    mainCause: sketch.cause ?? null,
    otherCauses: sketch.cause === 'illness' ? ['lack_of_labour'] : [],
    measures: sketch.category === undefined ? [] : [sketch.category],
    fundsYuan: isTarget ? 20_000 : null,
    fundSource: isTarget ? '衔接资金' : null,
    deadline: isTarget ? '2027-12-31' : null,
    responsiblePost: isTarget ? '帮扶干部' : null,
    labourForce: sketch.labour ?? 2,
    houseClass: sketch.arrangement === undefined ? 'B' : 'D',
    safeWater: true,
    sanitaryToilet: index % 2 === 0,
    hazardCode: sketch.hazard ?? null,
    relocation:
      sketch.arrangement === undefined
        ? null
        : {
            kind: sketch.arrangement,
            siteCode: sketch.site ?? null,
            plannedYear: sketch.year ?? 2027,
            retainedReason: sketch.retained ?? null,
          },
    events,
  };
}

export const createHouseholds = (): readonly HouseholdRow[] =>
  Object.entries(SKETCHES).flatMap(([settlementCode, sketches]) =>
    sketches.map((sketch, index) => createHousehold(settlementCode, index, sketch)),
  );

/** One old homestead per household that leaves a settlement in danger. */
export const createHomesteads = (): readonly HomesteadRow[] => [
  { code: 'old-1', householdCode: '5299021012010010001', position: [107.511, 27.0056] },
  { code: 'old-2', householdCode: '5299021012010010002', position: [107.5112, 27.0057] },
  { code: 'old-3', householdCode: '5299021012010010003', position: [107.5114, 27.0058] },
  { code: 'old-4', householdCode: '5299021012020010001', position: [107.5102, 27.0156] },
];
