import type { CountyRows } from '../../county/county-rows.ts';
import { positionsOf } from '../../geo/bbox.ts';
import type { AreaGeometry, LineGeometry } from '../../geo/geometry.ts';
import { interiorPointOf } from '../../geo/interior-point.ts';
import type { LedgerKind } from '../ledger.ts';
import { listLedgerRows } from '../ledgers.ts';
import type { CheckContext } from './check-context.ts';
import { isCoded } from './identify-draft.ts';
import type { AnyRow, DraftTable } from './row-draft.ts';
import { areaOfRow } from './thing-index.ts';

/** A thing that the table of its area does not have any more. */
export interface Removal {
  readonly table: DraftTable;
  readonly kind: LedgerKind;
  readonly code: string;
  readonly before: AnyRow;
}

/** Things that tables which replace do not have: of their ledger, in their area. The county itself stays. */
export function listRemovals(context: CheckContext): readonly Removal[] {
  const removals = new Map<string, Removal>();
  for (const table of context.tables) {
    const { kind, mapping } = table;
    if (mapping.mode !== 'replace' || !isCoded(kind)) continue;
    const stated = new Set(
      context.tables.flatMap((each) => (each.kind === kind ? each.drafts.flatMap(({ code }) => code ?? []) : [])),
    );
    const area = mapping.areaCode || context.rows.code;
    for (const row of listLedgerRows(context.rows, kind) as readonly AnyRow[]) {
      const { code } = row;
      if (code === undefined || stated.has(code) || code === context.rows.code) continue;
      if (isInArea(context, { kind, row, area })) removals.set(code, { table, kind, code, before: row });
    }
  }
  return [...removals.values()];
}

/** Where a thing belongs: the area it names; lines and surfaces by their middle; what names a thing by that thing; everything to the county. */
function isInArea(
  context: CheckContext,
  { kind, row, area }: { readonly kind: LedgerKind; readonly row: AnyRow; readonly area: string },
): boolean {
  if (area === context.rows.code) return true;
  const own = areaOfRow(kind, row);
  if (own !== undefined) return own.startsWith(area);
  const { householdCode, aboutCode, line, boundary } = row as {
    readonly householdCode?: string;
    readonly aboutCode?: string;
    readonly line?: LineGeometry;
    readonly boundary?: AreaGeometry;
  };
  if (householdCode !== undefined) return householdCode.startsWith(area);
  if (aboutCode !== undefined) return areaOfThing(context, aboutCode)?.startsWith(area) ?? false;
  const positions = line === undefined ? [] : positionsOf(line);
  const place = boundary ? interiorPointOf(boundary) : positions[Math.floor(positions.length / 2)];
  return place !== undefined && (context.things.areaAt(place)?.startsWith(area) ?? false);
}

function areaOfThing({ things }: CheckContext, code: string): string | undefined {
  const kind = things.kindOf(code);
  if (kind === undefined) return undefined;
  return kind === 'households' ? code : areaOfRow(kind, things.rowOf(kind, code) ?? null);
}

/** Who needs each code: every reference of the rows of a county to another thing, plans included. */
export function listReferences(rows: CountyRows, wanted: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const note = (code: string | null | undefined, by: string) => {
    if (code === null || code === undefined || !wanted.has(code)) return;
    const known = found.get(code);
    if (known) known.push(by);
    else found.set(code, [by]);
  };
  for (const { code, parentCode } of rows.areas) note(parentCode, code);
  for (const { code, villageCode, siteCode } of rows.settlements) {
    note(villageCode, code);
    note(siteCode, code);
  }
  for (const { code, settlementCode, hazardCode, relocation } of rows.households) {
    note(settlementCode, code);
    note(hazardCode, code);
    note(relocation?.siteCode, code);
  }
  for (const { code, householdCode } of rows.homesteads) note(householdCode, code);
  for (const { code, projectCode, sharesPavementWith } of rows.segments) {
    note(projectCode, code);
    note(sharesPavementWith, code);
  }
  for (const list of [rows.sites, rows.hazards, rows.parks, rows.services, rows.reportedTotals]) {
    for (const { code, areaCode } of list as readonly { readonly code: string; readonly areaCode: string }[])
      note(areaCode, code);
  }
  noteWorks(rows, note);
  return found;
}

function noteWorks(rows: CountyRows, note: (code: string | null | undefined, by: string) => void): void {
  for (const { code, areaCode, thingCode } of [...rows.projects, ...rows.tasks, ...rows.items]) {
    note(areaCode, code);
    note(thingCode, code);
  }
  for (const { code, projectCode } of rows.tasks) note(projectCode, code);
  for (const { code, aboutCode } of rows.responsibilities) note(aboutCode, code);
  for (const { source, rowNumber, villageCode } of rows.ledgerRows) note(villageCode, `${source} ${rowNumber}`);
  for (const { code, commands, schedule } of rows.plans) {
    for (const { areaCode } of schedule) note(areaCode, code);
    for (const { input } of commands) {
      for (const value of Object.values(input)) if (typeof value === 'string') note(value, code);
    }
  }
}
