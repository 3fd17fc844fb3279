import { campaignWord } from '../../../county/campaign-word.ts';
import { findLatest } from '../../../county/county-state.ts';
import type { IsoDate } from '../../../county/dates.ts';
import { dayToDate } from '../../../county/dates.ts';
import { hasHappened } from '../../../indicators/household-part.ts';
import { isTargetAt } from '../../../indicators/target-households.ts';
import type { TableData } from '../furniture/table-data.ts';
import { nameOf, say, type TableScope, wordColumn } from './table-scope.ts';

/** Something that was struck off by the sheet's day. */
interface StruckOff {
  readonly kind: string;
  readonly name: string;
  readonly areaCode: string;
  readonly on: IsoDate;
}

/**
 * What was struck off (销号清单), the latest first, each with its stamp: villages and hazard points; on sheets of towns and villages also findings and tasks, on
 * sheets of villages also households by their code. Says so when nothing was.
 */
export function createStruckOffTable(scope: TableScope): TableData {
  const { area, context } = scope;
  const found = [
    ...listVillages(scope),
    ...listHazards(scope),
    ...(area.level === 'county' ? [] : [...listItems(scope), ...listTasksDone(scope)]),
    ...(area.level === 'village' ? listHouseholds(scope) : []),
  ].sort((a, b) => (a.on === b.on ? 0 : a.on > b.on ? -1 : 1));
  const hasPlace = area.level !== 'village';
  return {
    id: 'struck_off',
    title: `${say(scope, 'struck_off')} ${found.length}`,
    columns: [
      { title: say(scope, 'column_kind'), align: 'start', rank: 0 },
      wordColumn(say(scope, 'column_thing')),
      ...(hasPlace ? [wordColumn(say(scope, 'column_area'), 1)] : []),
      { title: say(scope, 'column_struck_off'), align: 'middle', rank: 0 },
    ],
    rows: found.map(({ kind, name, areaCode, on }) => [
      kind,
      name,
      ...(hasPlace ? [nameOf(scope, context.scope(areaCode).area)] : []),
      { stamp: on },
    ]),
    empty: say(scope, 'struck_off_none'),
  };
}

function listVillages(scope: TableScope): StruckOff[] {
  const { context, area } = scope;
  const { start, end } = context.scope(area.code).areas();
  return context.county.areas.slice(start, end).flatMap((one): StruckOff[] => {
    const exit = findLatest(one.events, context.asOf, 'exit');
    if (!exit) return [];
    // the town's name stands beside the village's
    const areaCode = area.level === 'village' ? one.code : (one.parentCode ?? one.code);
    return [{ kind: say(scope, 'struck_off_village'), name: nameOf(scope, one), areaCode, on: exit.on }];
  });
}

function listHazards(scope: TableScope): StruckOff[] {
  const { context, area } = scope;
  const { start, end } = context.scope(area.code).hazards();
  const closed = context.hazardsClosed();
  return context.county.hazards.slice(start, end).flatMap((hazard, offset): StruckOff[] => {
    const event = findLatest(hazard.events, context.asOf, 'struck_off');
    // a point closes only when all its households moved
    if (!event || closed[start + offset] !== 1) return [];
    return [
      { kind: say(scope, 'struck_off_hazard'), name: nameOf(scope, hazard), areaCode: hazard.areaCode, on: event.on },
    ];
  });
}

function listItems(scope: TableScope): StruckOff[] {
  const { context, area } = scope;
  const { start, end } = context.scope(area.code).items();
  return context.county.items.slice(start, end).flatMap((item): StruckOff[] => {
    const last = item.events.filter(({ on }) => on <= context.asOf).at(-1);
    if (last?.kind !== 'closed') return [];
    return [{ kind: say(scope, 'struck_off_item'), name: item.problem, areaCode: item.areaCode, on: last.on }];
  });
}

function listTasksDone(scope: TableScope): StruckOff[] {
  const { context, area } = scope;
  const { start, end } = context.scope(area.code).tasks();
  return context.county.tasks.slice(start, end).flatMap((task): StruckOff[] => {
    const done = findLatest(task.events, context.asOf, 'completed');
    if (!done) return [];
    return [{ kind: say(scope, 'struck_off_task'), name: nameOf(scope, task), areaCode: task.areaCode, on: done.on }];
  });
}

function listHouseholds(scope: TableScope): StruckOff[] {
  const { context, area, language } = scope;
  const { households, campaign } = context.county;
  const { start, end } = context.scope(area.code).households();
  const kind = campaignWord(language, campaign, 'target_household');
  const found: StruckOff[] = [];
  for (let i = start; i < end; i++) {
    const day = households.eventDay.risk_removed;
    if (!isTargetAt(households, i, context.day) || !hasHappened(day, i, context.day)) continue;
    const name = (households.codes[i] ?? '').slice(area.code.length);
    found.push({ kind, name, areaCode: area.code, on: dayToDate(day[i] ?? 0) });
  }
  return found;
}
