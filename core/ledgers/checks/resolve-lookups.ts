import type { Repair } from '../import-finding.ts';
import type { LedgerField, LedgerKind, LedgerLookup } from '../ledger.ts';
import { type CheckContext, reportRow } from './check-context.ts';
import { nearestNames, plainName, stemOfName } from './names.ts';
import { type DraftTable, type RowDraft, textOf } from './row-draft.ts';
import { narrowByName } from './strip-area-names.ts';
import type { NamedThing } from './thing-index.ts';

/** Digits of area codes: county, town, village. */
const COUNTY_DIGITS = 6;
const TOWN_DIGITS = 9;
const VILLAGE_DIGITS = 12;

/** The lookups of a field, by what they look by. */
interface Lookups {
  readonly target: LedgerField;
  readonly town: LedgerField | undefined;
  readonly village: LedgerField | undefined;
  readonly villageCode: LedgerField | undefined;
  readonly name: LedgerField | undefined;
}

/** Finds codes by the names of towns, villages and things, and compares names with the codes beside them. */
export function resolveLookups(context: CheckContext, draft: RowDraft): void {
  for (const lookups of listLookups(draft)) {
    const stated = textOf(draft.values[lookups.target.name]);
    if (stated !== null) compareNames(context, draft, { lookups, stated });
    else {
      const found = findByNames(context, draft, lookups);
      if (found !== null) draft.values[lookups.target.name] = found;
    }
  }
}

/** Lookups of the columns that a table has, by their target, in the order of the ledger. */
function mapLookups({ ledger, fields }: DraftTable): readonly Lookups[] {
  const mapped = fields.flatMap(({ field }) => (field.finds === undefined ? [] : [{ field, finds: field.finds }]));
  const targets = new Set(mapped.map(({ finds }) => finds.field));
  return [...targets].flatMap((name) => {
    const target = ledger.fields.find((field) => field.name === name);
    const by = (way: LedgerLookup['by']) => mapped.find(({ finds }) => finds.field === name && finds.by === way)?.field;
    return target === undefined
      ? []
      : [
          {
            target,
            town: by('town_name'),
            village: by('village_name'),
            villageCode: by('village_code'),
            name: by('name'),
          },
        ];
  });
}

const lookupsOfTables = new WeakMap<DraftTable, readonly Lookups[]>();

function lookupsOf(table: DraftTable): readonly Lookups[] {
  const known = lookupsOfTables.get(table) ?? mapLookups(table);
  lookupsOfTables.set(table, known);
  return known;
}

/** Lookups in which a row says something. */
function listLookups({ table, values }: RowDraft): readonly Lookups[] {
  const said = (field: LedgerField | undefined) =>
    field !== undefined && textOf(values[field.name]) !== null ? field : undefined;
  return lookupsOf(table).flatMap(({ target, ...ways }) => {
    const lookups = {
      target,
      town: said(ways.town),
      village: said(ways.village),
      villageCode: said(ways.villageCode),
      name: said(ways.name),
    };
    return lookups.town || lookups.village || lookups.villageCode || lookups.name ? [lookups] : [];
  });
}

/** What is looked for: which kind, among which digits of code, within which area. */
interface Search {
  readonly field: LedgerField;
  readonly kinds: readonly LedgerKind[];
  readonly digits: number | null;
  readonly within: string;
  /** Field that a proposal sets when several things have the name. */
  readonly target: LedgerField;
}

/** The code that the names of a row lead to; null when they lead nowhere, which was reported. */
function findByNames(context: CheckContext, draft: RowDraft, lookups: Lookups): string | null {
  const { target, name } = lookups;
  const isArea = target.refersTo?.includes('areas') ?? false;
  const isOfArea = isArea || target.refersTo?.[0] === 'settlements';
  const within = isOfArea ? findArea(context, draft, lookups) : context.rows.code;
  if (within === null || isArea) return within === null ? null : within.length > COUNTY_DIGITS ? within : null;
  if (name === undefined) return null;
  return findOne(context, draft, { field: name, kinds: target.refersTo ?? [], digits: null, within, target });
}

/** The village, else the town, else the area of the table that a row names; null when a name is unknown. */
function findArea(
  context: CheckContext,
  draft: RowDraft,
  { target, town, village, villageCode }: Lookups,
): string | null {
  const scope = draft.table.mapping.areaCode || context.rows.code;
  const stated = villageCode === undefined ? null : textOf(draft.values[villageCode.name]);
  if (stated !== null) return stated;
  let within = scope;
  if (town !== undefined) {
    const wide = scope.slice(0, COUNTY_DIGITS);
    const found = findOne(context, draft, { field: town, kinds: ['areas'], digits: TOWN_DIGITS, within: wide, target });
    if (found === null) return null;
    within = found.length > scope.length || !scope.startsWith(found) ? found : scope;
  }
  if (village === undefined) return within;
  return findOne(context, draft, { field: village, kinds: ['areas'], digits: VILLAGE_DIGITS, within, target });
}

/** The one thing with the name that a field holds. */
function findOne(context: CheckContext, draft: RowDraft, search: Search): string | null {
  const name = textOf(draft.values[search.field.name]) ?? '';
  const found = listFoundByParts(context, name, search);
  const [only] = found;
  if (found.length === 1 && only) return only.code;
  if (found.length > 1) return reportAmbiguous(context, draft, { search, name, found });
  const near = listNear(context, name, search);
  const settled = reportRow(context, draft, {
    rule: 'code_unknown',
    field: search.field.name,
    got: name,
    expected: near.map((thing) => thing.name).join('\u3001'),
    repairs: near.map((thing) => ({ kind: 'set', field: search.field.name, value: thing.name })),
  });
  if (settled?.kind !== 'set') return null;
  if (settled.field !== search.field.name) return textOf(draft.values[settled.field]);
  const again = listFound(context, textOf(draft.values[search.field.name]) ?? '', search);
  return again[0]?.code ?? null;
}

/** Things of the name; where there are none, of what is left of it without the county and town that are written before it. */
function listFoundByParts(context: CheckContext, name: string, search: Search): readonly NamedThing[] {
  const found = listFound(context, name, search);
  if (found.length > 0) return found;
  const left = narrowByName(context.things, name, { county: context.rows.code, within: search.within });
  return left === null ? found : listFound(context, left.name, { ...search, within: left.within });
}

function listFound(context: CheckContext, name: string, { kinds, digits, within }: Search): readonly NamedThing[] {
  return kinds.flatMap((kind) =>
    context.things.named(kind, name, within).filter(({ code }) => digits === null || code.length === digits),
  );
}

/** Names that were near, by what was looked for: whole towns may be written wrong the same way. */
const nearOfContexts = new WeakMap<CheckContext, Map<string, readonly NamedThing[]>>();

function listNear(context: CheckContext, name: string, search: Search): readonly NamedThing[] {
  const known = nearOfContexts.get(context) ?? new Map<string, readonly NamedThing[]>();
  nearOfContexts.set(context, known);
  const key = `${search.kinds.join()} ${search.digits} ${search.within} ${name}`;
  const near = known.get(key) ?? findNear(context, name, search);
  known.set(key, near);
  return near;
}

const findNear = (context: CheckContext, name: string, { kinds, digits, within }: Search): readonly NamedThing[] =>
  nearestNames(
    name,
    kinds.flatMap((kind) =>
      context.things.listNamed(kind, within).filter(({ code }) => digits === null || code.length === digits),
    ),
  ) as readonly NamedThing[];

/** Several things have the name: which one is meant nobody but a person can say. */
function reportAmbiguous(
  context: CheckContext,
  draft: RowDraft,
  { search, name, found }: { readonly search: Search; readonly name: string; readonly found: readonly NamedThing[] },
): string | null {
  const listed = found.slice(0, 5);
  const repairs = listed.map(({ code }): Repair => ({ kind: 'set', field: search.target.name, value: code }));
  const settled = reportRow(context, draft, {
    rule: 'name_ambiguous',
    field: search.field.name,
    got: name,
    expected: listed.map(({ code }) => `${context.things.nameOf(code.slice(0, TOWN_DIGITS))} ${code}`).join('\u3001'),
    repairs,
  });
  return settled?.kind === 'set' ? textOf(draft.values[search.target.name]) : null;
}

/** Compares the names beside a code with those of the thing that has it. An unknown code is reported elsewhere. */
function compareNames(
  context: CheckContext,
  draft: RowDraft,
  { lookups, stated }: { readonly lookups: Lookups; readonly stated: string },
): void {
  if (context.things.kindOf(stated) === undefined) return;
  const { target, town, village, villageCode, name } = lookups;
  const pairs: readonly (readonly [LedgerField | undefined, string])[] = [
    [town, stated.slice(0, TOWN_DIGITS)],
    [village, stated.slice(0, VILLAGE_DIGITS)],
    [name, stated],
  ];
  if (villageCode !== undefined && draft.values[villageCode.name] !== stated.slice(0, VILLAGE_DIGITS)) {
    const got = String(draft.values[villageCode.name]);
    reportRow(context, draft, {
      rule: 'name_differs_from_code',
      field: villageCode.name,
      got,
      expected: stated.slice(0, VILLAGE_DIGITS),
    });
    return;
  }
  for (const [field, code] of pairs) {
    const said = field === undefined ? null : textOf(draft.values[field.name]);
    if (field === undefined || said === null || context.things.kindOf(code) === undefined) continue;
    const known = context.things.nameOf(code);
    if (stemOfName(said) === stemOfName(known) || plainName(said) === plainName(known)) continue;
    const byName = listFound(context, said, {
      field,
      target,
      kinds: field === name ? (target.refersTo ?? []) : ['areas'],
      digits: field === name ? null : code.length,
      within: context.rows.code,
    });
    const [only] = byName;
    const isSame = only !== undefined && byName.length === 1 && code === stated;
    reportRow(context, draft, {
      rule: 'name_differs_from_code',
      field: field.name,
      got: `${said} ${code}`,
      expected: known,
      repairs: isSame ? [{ kind: 'keep' }, { kind: 'set', field: target.name, value: only.code }] : [{ kind: 'keep' }],
    });
    return;
  }
}
