import { describe, expect, it } from 'vitest';
import type { LedgerKind, LedgerValue } from '#core/ledgers/ledger.ts';
import { getLedger, type LedgerRowOf } from '#core/ledgers/ledgers.ts';
import { addEvent, mergeEvents } from '#core/ledgers/thing-events.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

const AS_OF = { asOf: '2026-06-30' };
const rows = createTinyCountyRows();

/** The row after an entry with a few values and no geometry. */
function apply<Kind extends LedgerKind>(
  kind: Kind,
  before: LedgerRowOf<Kind>,
  values: Record<string, LedgerValue>,
): LedgerRowOf<Kind> {
  return getLedger(kind).fromEntry({ values, geometry: null }, before, AS_OF);
}

const segment = (events: LedgerRowOf<'segments'>['events']): LedgerRowOf<'segments'> => {
  const [first] = rows.segments;
  if (!first) throw new Error('Got no segment when expected one.');
  return { ...first, events };
};

const earth = [{ kind: 'surface', on: '2020-01-01', value: 'earth' }] as const;

describe('statePart', () => {
  it('adds nothing for the state that holds at the date, whatever its day', () => {
    const row = segment(earth);
    expect(apply('segments', row, { surface: 'earth', surfaceSince: '2018-05-01' }).events).toBe(row.events);
    expect(apply('segments', row, { surface: null }).events).toBe(row.events);
    expect(apply('segments', row, { status: 'none' }).events).toBe(row.events);
  });

  it('adds one event for another state: at its own day, or at the date of the ledger', () => {
    expect(apply('segments', segment(earth), { surface: 'gravel', surfaceSince: '2025-03-01' }).events).toEqual([
      ...earth,
      { kind: 'surface', on: '2025-03-01', value: 'gravel' },
    ]);
    expect(apply('segments', segment(earth), { surface: 'gravel' }).events.at(-1)?.on).toBe(AS_OF.asOf);
    // a day before what is known would leave the state as it is
    expect(apply('segments', segment(earth), { surface: 'gravel', surfaceSince: '2019-03-01' }).events.at(-1)?.on).toBe(
      AS_OF.asOf,
    );
  });

  it('leaves what comes after the date, and importing twice changes nothing', () => {
    const later = { kind: 'surface', on: '2027-01-01', value: 'cement_concrete' } as const;
    const once = apply('segments', segment([...earth, later]), { surface: 'gravel' });
    expect(once.events).toEqual([...earth, { kind: 'surface', on: AS_OF.asOf, value: 'gravel' }, later]);
    expect(apply('segments', once, { surface: 'gravel' }).events).toBe(once.events);
  });
});

describe('amountPart', () => {
  it('compares money to the fen and writes yuan', () => {
    const project = rows.projects.find(({ events }) => events.some(({ kind }) => kind === 'allocated'));
    if (!project) throw new Error('Got no project with money when expected one.');
    const same = getLedger('projects').toEntry(project, AS_OF).values.allocatedWanYuan ?? null;
    expect(apply('projects', project, { allocatedWanYuan: same }).events).toBe(project.events);
    const more = apply('projects', project, { allocatedWanYuan: 123.4567, allocatedOn: '2026-06-01' });
    expect(more.events.find(({ amount }) => amount === 1_234_567)).toEqual({
      kind: 'allocated',
      on: '2026-06-01',
      amount: 1_234_567,
    });
  });

  it('takes nought where nothing was reported for the same', () => {
    const [task] = rows.tasks;
    if (!task) throw new Error('Got no task when expected one.');
    const bare = { ...task, events: [] };
    expect(apply('tasks', bare, { progress: 0 }).events).toBe(bare.events);
    expect(apply('tasks', bare, { progress: 2 }).events).toEqual([{ kind: 'progress', on: AS_OF.asOf, amount: 2 }]);
  });
});

describe('happenedPart', () => {
  const [first] = rows.households;
  const household = (events: LedgerRowOf<'households'>['events']): LedgerRowOf<'households'> => {
    if (!first) throw new Error('Got no household when expected one.');
    return { ...first, events };
  };

  it('writes a date, or the date of the ledger for yes', () => {
    expect(apply('households', household([]), { movedInOn: '2026-01-05' }).events).toEqual([
      { kind: 'moved_in', on: '2026-01-05' },
    ]);
    expect(apply('households', household([]), { movedInOn: true }).events).toEqual([
      { kind: 'moved_in', on: AS_OF.asOf },
    ]);
  });

  it('never takes back or moves what happened', () => {
    const row = household([{ kind: 'moved_in', on: '2025-10-01' }]);
    for (const said of [false, null, true, '2025-12-01'])
      expect(apply('households', row, { movedInOn: said }).events).toBe(row.events);
  });
});

describe('togglePart', () => {
  const [first] = rows.items;
  const item = (events: LedgerRowOf<'items'>['events']): LedgerRowOf<'items'> => {
    if (!first) throw new Error('Got no item when expected one.');
    return { ...first, events };
  };
  const closed = { kind: 'closed', on: '2026-01-10' } as const;

  it('closes and reopens by what the state lacks', () => {
    expect(apply('items', item([]), { closedOn: '2026-02-01' }).events).toEqual([{ kind: 'closed', on: '2026-02-01' }]);
    expect(apply('items', item([closed]), { closedOn: '2026-02-01' }).events).toEqual([closed]);
    expect(apply('items', item([closed]), { closedOn: null, reopenedOn: '2026-03-01' }).events).toEqual([
      closed,
      { kind: 'reopened', on: '2026-03-01' },
    ]);
    expect(apply('items', item([closed]), { closedOn: false }).events).toEqual([
      closed,
      { kind: 'reopened', on: AS_OF.asOf },
    ]);
    const reopened = { kind: 'reopened', on: '2026-03-01' } as const;
    expect(
      apply('items', item([closed, reopened]), { closedOn: '2026-04-01', reopenedOn: '2026-03-01' }).events,
    ).toEqual([closed, reopened, { kind: 'closed', on: '2026-04-01' }]);
  });

  it('gives a new row both', () => {
    expect(apply('items', item([]), { closedOn: '2026-04-01', reopenedOn: '2026-03-01' }).events).toEqual([
      { kind: 'reopened', on: '2026-03-01' },
      { kind: 'closed', on: '2026-04-01' },
    ]);
  });
});

describe('facilities of a site', () => {
  const [first] = rows.sites;
  const site = (facilities: LedgerRowOf<'sites'>['facilities']): LedgerRowOf<'sites'> => {
    if (!first) throw new Error('Got no site when expected one.');
    return { ...first, facilities };
  };

  it('tell there since, required and not there, not required', () => {
    const row = site([
      { kind: 'water', presentSince: '2025-01-01' },
      { kind: 'power', presentSince: null },
    ]);
    expect(getLedger('sites').toEntry(row, AS_OF).values).toMatchObject({
      water: '2025-01-01',
      power: false,
      road: null,
    });
    expect(apply('sites', row, { power: true, road: '2026-02-01', water: false }).facilities).toEqual([
      { kind: 'water', presentSince: null },
      { kind: 'power', presentSince: AS_OF.asOf },
      { kind: 'road', presentSince: '2026-02-01' },
    ]);
    expect(apply('sites', row, { water: null }).facilities).toEqual([{ kind: 'power', presentSince: null }]);
  });

  it('keep what comes after the date of the ledger', () => {
    const row = site([{ kind: 'water', presentSince: '2026-12-01' }]);
    expect(apply('sites', row, { water: false }).facilities).toEqual(row.facilities);
  });
});

describe('arrangement of a household', () => {
  const moved = rows.households.find(({ relocation }) => relocation?.kind === 'centralised');
  const still = rows.households.find(({ relocation }) => relocation === null);

  it('changes the part that is said, and ends without a kind', () => {
    if (!moved) throw new Error('Got no household that moves when expected one.');
    expect(apply('households', moved, { plannedYear: 2027 }).relocation).toEqual({
      ...moved.relocation,
      plannedYear: 2027,
    });
    expect(apply('households', moved, { arrangement: 'purchased' }).relocation).toMatchObject({
      kind: 'purchased',
      siteCode: null,
    });
    expect(apply('households', moved, { arrangement: null }).relocation).toBeNull();
    expect(apply('households', moved, {})).toEqual(moved);
  });

  it('needs a year', () => {
    if (!still) throw new Error('Got no household that stays when expected one.');
    expect(() => apply('households', still, { arrangement: 'monetary' })).toThrow('without plannedYear');
  });
});

describe('thing events', () => {
  it('stand in order, once', () => {
    const one = { kind: 'a', on: '2020-01-02' };
    expect(addEvent([one], one)).toEqual([one]);
    expect(addEvent([one], { kind: 'b', on: '2020-01-01' })).toEqual([{ kind: 'b', on: '2020-01-01' }, one]);
    expect(addEvent([one], { kind: 'b', on: '2020-01-02' })).toEqual([one, { kind: 'b', on: '2020-01-02' }]);
  });

  it('are merged: a whole history gives the order, a part goes after what is known of its day', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((kind) => ({ kind, on: '2020-01-01' }));
    if (!a || !b || !c) return;
    expect(mergeEvents([a, b], [b, a])).toEqual([b, a]);
    const known = [a, b];
    expect(mergeEvents(known, [b])).toBe(known);
    expect(mergeEvents(known, [c, a])).toEqual([a, b, c]);
    expect(mergeEvents([], [a, a])).toEqual([a]);
  });
});
