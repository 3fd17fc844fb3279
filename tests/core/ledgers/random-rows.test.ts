import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ARRANGEMENT_KINDS,
  CAUSES,
  FACILITY_KINDS,
  PROJECT_STAGES,
  SITE_STAGES,
  SURFACES,
  TARGET_CATEGORIES,
  WORK_STATUSES,
} from '#core/county/kinds.ts';
import { HOUSEHOLD_EVENT_KINDS, type ThingEvent } from '#core/county/things.ts';
import { formatValue } from '#core/ledgers/format-field.ts';
import type { LedgerKind } from '#core/ledgers/ledger.ts';
import { getLedger, type LedgerRowOf } from '#core/ledgers/ledgers.ts';
import { readValue } from '#core/ledgers/read-value.ts';
import { eventToRow, mergeEvents, rowToEvent } from '#core/ledgers/thing-events.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const tiny = createTinyCountyRows();
const SETTINGS = { seed: 20261123, numRuns: 300 };

const days = fc
  .integer({ min: 0, max: 3600 })
  .map((day) => new Date(Date.UTC(2018, 0, 1 + day)).toISOString().slice(0, 10));
/** Yuan to the fen. */
const yuan = fc.integer({ min: 0, max: 2_000_000_000 }).map((fen) => fen / 100);
const orNull = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });

/** Histories: sorted by day, no event twice. */
const history = <Kind extends string>(...events: readonly fc.Arbitrary<ThingEvent<Kind>>[]) =>
  fc
    .uniqueArray(fc.oneof(...events), { maxLength: 12, selector: (event) => JSON.stringify(event) })
    .map((list) => list.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
const state = <Kind extends string>(kind: Kind, values: readonly string[]) =>
  fc.record({ kind: fc.constant(kind), on: days, value: fc.constantFrom(...values) });
const amount = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind), on: days, amount: yuan });
const plain = <Kind extends string>(kinds: readonly Kind[]) => fc.record({ kind: fc.constantFrom(...kinds), on: days });

function first<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error('Got an empty list when expected a row.');
  return row;
}

const households = fc
  .record({
    fundsYuan: orNull(yuan),
    mainCause: orNull(fc.constantFrom(...CAUSES)),
    otherCauses: fc.uniqueArray(fc.constantFrom(...CAUSES), { maxLength: 3 }),
    measures: fc.uniqueArray(fc.constantFrom(...TARGET_CATEGORIES), { maxLength: 3 }),
    safeWater: orNull(fc.boolean()),
    deadline: orNull(days),
    relocation: orNull(
      fc.record({
        kind: fc.constantFrom(...ARRANGEMENT_KINDS),
        plannedYear: fc.integer({ min: 2015, max: 2030 }),
        retainedReason: orNull(fc.constantFrom('文物', '共用山墙')),
      }),
    ),
    events: history(plain(HOUSEHOLD_EVENT_KINDS)),
  })
  .map(
    ({ relocation, ...rest }): LedgerRowOf<'households'> => ({
      ...first(tiny.households),
      ...rest,
      relocation: relocation && { ...relocation, siteCode: relocation.kind === 'centralised' ? 'site-1' : null },
    }),
  );

const segments = history<'surface' | 'status' | 'opened' | 'closed'>(
  state('surface', SURFACES),
  state('status', WORK_STATUSES),
  plain(['opened', 'closed']),
).map((events): LedgerRowOf<'segments'> => ({ ...first(tiny.segments), events }));

const projects = fc
  .record({
    plannedYuan: yuan,
    fundsBySource: fc.array(
      fc.record({ source: fc.constantFrom('中央', '省级财政衔接资金', '东西部协作（2024年）'), yuan }),
      { maxLength: 3 },
    ),
    events: history<'stage' | 'allocated' | 'disbursed' | 'spent'>(
      state('stage', PROJECT_STAGES),
      amount('allocated'),
      amount('disbursed'),
      amount('spent'),
    ),
  })
  .map((rest): LedgerRowOf<'projects'> => ({ ...first(tiny.projects), ...rest }));

const sites = fc
  .record({
    costYuan: orNull(yuan),
    facilities: fc
      .uniqueArray(fc.record({ kind: fc.constantFrom(...FACILITY_KINDS), presentSince: orNull(days) }), {
        selector: ({ kind }) => kind,
      })
      .map((list) => FACILITY_KINDS.flatMap((kind) => list.find((one) => one.kind === kind) ?? [])),
    hazardAssessment: orNull(
      fc.record({ number: fc.constant('地灾评〔2024〕1号'), on: days, conclusion: fc.constant('适宜') }),
    ),
    events: history(state('stage', SITE_STAGES)),
  })
  .map((rest): LedgerRowOf<'sites'> => ({ ...first(tiny.sites), ...rest }));

const items = history<'closed' | 'reopened'>(plain(['closed', 'reopened'])).map(
  (events): LedgerRowOf<'items'> => ({ ...first(tiny.items), events }),
);

/** The two laws of a ledger: an entry changes nothing in its own row, and with the history it makes the row again from nothing. */
function obeysLaws<Kind extends LedgerKind>(
  kind: Kind,
  row: LedgerRowOf<Kind> & { readonly code: string; readonly events: readonly ThingEvent[] },
  asOf: string,
): void {
  const ledger = getLedger(kind);
  const entry = ledger.toEntry(row, { asOf });
  expect(ledger.fromEntry(entry, row, { asOf })).toEqual(row);
  const told = row.events.map((event) => rowToEvent(eventToRow(row.code, event)));
  // facilities have no events: their history is only known up to the date
  const late = { asOf: '2099-12-31' };
  const made = ledger.fromEntry(ledger.toEntry(row, late), null, late) as typeof row;
  expect({ ...made, events: mergeEvents(made.events, told) }).toEqual(row);
}

describe('a ledger of random rows', () => {
  it('gives households back', () => {
    fc.assert(
      fc.property(households, days, (row, asOf) => obeysLaws('households', row, asOf)),
      SETTINGS,
    );
  });
  it('gives segments back', () => {
    fc.assert(
      fc.property(segments, days, (row, asOf) => obeysLaws('segments', row, asOf)),
      SETTINGS,
    );
  });
  it('gives projects back', () => {
    fc.assert(
      fc.property(projects, days, (row, asOf) => obeysLaws('projects', row, asOf)),
      SETTINGS,
    );
  });
  it('gives sites back', () => {
    fc.assert(
      fc.property(sites, days, (row, asOf) => obeysLaws('sites', row, asOf)),
      SETTINGS,
    );
  });
  it('gives items back', () => {
    fc.assert(
      fc.property(items, days, (row, asOf) => obeysLaws('items', row, asOf)),
      SETTINGS,
    );
  });

  it('gives them back through the words of cells, in both languages', () => {
    fc.assert(
      fc.property(households, projects, fc.constantFrom('zh', 'en'), (household, project, language) => {
        const date = { asOf: tiny.dataDate };
        for (const [kind, row] of [
          ['households', household],
          ['projects', project],
        ] as const) {
          const ledger = getLedger(kind);
          const entry = ledger.toEntry(row as never, date);
          const values = Object.fromEntries(
            ledger.fields.map((field) => {
              const read = readValue(field, formatValue(language, field, entry.values[field.name] ?? null), {
                ...date,
                from1904: false,
              });
              return [field.name, read.ok ? read.value : Number.NaN];
            }),
          );
          // an empty cell of a list says nothing
          expect(ledger.fromEntry({ ...entry, values }, row as never, date)).toEqual(row);
        }
      }),
      SETTINGS,
    );
  });
});
