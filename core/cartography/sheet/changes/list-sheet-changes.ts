import type { IsoDate } from '../../../county/dates.ts';
import type { MapKind } from '../../../county/kinds.ts';
import { computeFigures } from '../../../indicators/compute.ts';
import type { IndicatorContext } from '../../../indicators/context.ts';
import type { Figure, IndicatorCode } from '../../../indicators/figure.ts';
import { formatFigureValue, formatFraction } from '../../../indicators/format-figure.ts';
import { CAUSES_CODE } from '../../../indicators/largest-parts.ts';
import { listCauses } from '../../../indicators/list-causes.ts';
import { CHANGE_KIND_NAMES, CHANGE_KINDS, type ChangeKind, type CountyChange } from './county-change.ts';
import { isInArea, listCountyChanges } from './list-county-changes.ts';
import { getSheetContents, type SheetContents } from './sheet-contents.ts';

/** One thing that a hanging sheet tells otherwise than the county today. */
export type SheetChange =
  | { readonly kind: 'figure'; readonly before: Figure; readonly after: Figure }
  /** Areas below whose place in the ranking rests on another value now. */
  | { readonly kind: 'ranking'; readonly indicator: IndicatorCode; readonly count: number }
  | { readonly kind: 'things'; readonly of: ChangeKind; readonly changes: readonly CountyChange[] }
  | { readonly kind: 'plan'; readonly before: string | null; readonly after: string | null }
  /** Names and dates of the campaign, or its words. */
  | { readonly kind: 'campaign' }
  /** Switches of the county by which what is drawn is decided. */
  | { readonly kind: 'settings'; readonly names: readonly string[] }
  /** The area is no longer there: nothing of the sheet can be compared. */
  | { readonly kind: 'area_gone' };

/** What a sheet shows that is otherwise now, and the first day of it; `since` null = no event tells a day. */
export interface SheetChanges {
  readonly changes: readonly SheetChange[];
  readonly since: IsoDate | null;
}

/** What of a sheet's spec decides what it shows. */
export interface ShownSheet {
  readonly map: MapKind;
  readonly areaCode: string;
}

const STYLES = [{ language: 'zh' }, { language: 'zh', reading: 'ledger' }] as const;

/**
 * What a sheet shows that is otherwise now: figures that would be printed with other digits or another light, things on it in another state, the plan, the
 * campaign's words, switches.
 *
 * @param before the county as the sheet shows it: its revision, its day, its plan
 * @param now the county today
 * @throws {NotFoundError} `unknown_area`: it was not there even then
 */
export function listSheetChanges(sheet: ShownSheet, before: IndicatorContext, now: IndicatorContext): SheetChanges {
  before.scope(sheet.areaCode);
  if (!now.index.areaIndex.has(sheet.areaCode)) return { changes: [{ kind: 'area_gone' }], since: null };
  const contents = getSheetContents(now, sheet.map, sheet.areaCode);
  const things = listShown(sheet, contents, listCountyChanges(before, now));
  const days = things.flatMap(({ changes }) => changes.flatMap(({ on }) => (on === null ? [] : [on])));
  return {
    changes: [...listFrameChanges(before, now), ...listFigureChanges(sheet, contents, { before, now }), ...things],
    since: days.reduce<IsoDate | null>((first, day) => (first === null || day < first ? day : first), null),
  };
}

function listShown({ areaCode }: ShownSheet, { layers, tables }: SheetContents, all: readonly CountyChange[]) {
  const byKind = new Map<ChangeKind, CountyChange[]>();
  for (const change of all) {
    const spec = CHANGE_KINDS[change.kind];
    const isShown = spec.layers.some((layer) => layers.has(layer)) || spec.tables.some((table) => tables.has(table));
    if (!isShown || !isInArea(change, areaCode)) continue;
    const list = byKind.get(change.kind) ?? [];
    list.push(change);
    byKind.set(change.kind, list);
  }
  return CHANGE_KIND_NAMES.flatMap((of) => {
    const changes = byKind.get(of);
    return changes ? [{ kind: 'things' as const, of, changes }] : [];
  });
}

interface Pair {
  readonly before: IndicatorContext;
  readonly now: IndicatorContext;
}

function listFigureChanges(sheet: ShownSheet, contents: SheetContents, { before, now }: Pair): readonly SheetChange[] {
  const { figures: codes, rankedBy, tables } = contents;
  const compute = (context: IndicatorContext, areaCode: string, of: readonly IndicatorCode[]) =>
    computeFigures(context, areaCode, of, { parts: false });
  const [first, second] = [compute(before, sheet.areaCode, codes), compute(now, sheet.areaCode, codes)];
  const figures = codes.flatMap((code, i): readonly SheetChange[] => {
    const [was, is] = [first[i], second[i]];
    if (code === CAUSES_CODE) return listCauseChanges(sheet, { before, now });
    return was && is && printOf(was) !== printOf(is) ? [{ kind: 'figure', before: was, after: is }] : [];
  });
  if (!tables.has('ranking')) return figures;
  const children = now.index.children.get(sheet.areaCode) ?? [];
  const count = children.filter((code) => {
    if (!before.index.areaIndex.has(code)) return true;
    const [[was], [is]] = [compute(before, code, [rankedBy]), compute(now, code, [rankedBy])];
    return was !== undefined && is !== undefined && printOf(was) !== printOf(is);
  }).length;
  return count === 0 ? figures : [...figures, { kind: 'ranking', indicator: rankedBy, count }];
}

/** Main causes with other households: a sheet prints these, and the count of all of them as T1. */
const listCauseChanges = ({ areaCode }: ShownSheet, { before, now }: Pair): readonly SheetChange[] =>
  listCauses(before, now, areaCode)
    .filter((cause) => cause.before.value !== cause.after.value)
    .map((cause) => ({ kind: 'figure', ...cause }));

/** Everything of a figure that a sheet prints, as it is written. */
const printOf = (figure: Figure): string =>
  STYLES.map((style) =>
    [
      formatFigureValue(figure, style),
      formatFraction(figure, style),
      figure.pair && formatFraction(figure.pair, style),
      figure.light,
    ].join(' '),
  ).join(' ');

/** Settings that decide nothing that is drawn or printed before a plan is made. */
const UNSEEN_SETTINGS: ReadonlySet<string> = new Set(['siteRules', 'siteFactors', 'hardeningCosts', 'siteCosts']);

function listFrameChanges(before: IndicatorContext, now: IndicatorContext): readonly SheetChange[] {
  const [first, second] = [before.recorded, now.recorded];
  const changes: SheetChange[] = [];
  const [was, is] = [before.plan?.code ?? null, now.plan?.code ?? null];
  if (was !== is) changes.push({ kind: 'plan', before: was, after: is });
  if (JSON.stringify(first.campaign) !== JSON.stringify(second.campaign)) changes.push({ kind: 'campaign' });
  const names = (Object.keys(second.settings) as (keyof typeof second.settings)[]).filter(
    (name) =>
      !UNSEEN_SETTINGS.has(name) && JSON.stringify(first.settings[name]) !== JSON.stringify(second.settings[name]),
  );
  if (names.length > 0) changes.push({ kind: 'settings', names });
  return changes;
}
