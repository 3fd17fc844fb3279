import type { CountyRows } from '#core/county/county-rows.ts';
import { type AnyThing, listThings, type ThingKind } from './list-things.ts';
import type { RowProblems } from './row-problems.ts';

/** Checks that every code that a row names belongs to a thing of the right kind. */
export function checkReferences(rows: CountyRows, problems: RowProblems): void {
  const kinds = new Map(listThings(rows).flatMap(([kind, things]) => things.map(({ code }) => [code, kind] as const)));
  const check: ReferenceCheck = (where, code, expected) => {
    if (code === null) return;
    const kind = kinds.get(code);
    const isRight = expected === 'any' ? kind !== undefined : kind === expected;
    if (!isRight) problems.add(where, kind === undefined ? `unknown code ${code}` : `${code}, a ${kind}`, expected);
  };
  checkPlaces(rows, check);
  checkHouseholds(rows, check);
  checkWorks(rows, check);
  checkPlans(rows, check);
}

type ReferenceCheck = (where: string, code: string | null, expected: ThingKind | 'any') => void;

function checkPlaces(rows: CountyRows, check: ReferenceCheck): void {
  const inAreas = [rows.sites, rows.hazards, rows.parks, rows.services, rows.projects, rows.tasks, rows.items];
  for (const things of inAreas) {
    for (const { code, areaCode } of things as readonly (AnyThing & { readonly areaCode: string })[]) {
      check(`${code} areaCode`, areaCode, 'area');
    }
  }
  for (const { code, villageCode, siteCode } of rows.settlements) {
    check(`settlement ${code} villageCode`, villageCode, 'area');
    check(`settlement ${code} siteCode`, siteCode, 'site');
  }
  for (const { code, projectCode, sharesPavementWith } of rows.segments) {
    check(`segment ${code} projectCode`, projectCode, 'project');
    check(`segment ${code} sharesPavementWith`, sharesPavementWith, 'segment');
  }
}

function checkHouseholds(rows: CountyRows, check: ReferenceCheck): void {
  for (const { code, settlementCode, hazardCode, relocation } of rows.households) {
    check(`household ${code} settlementCode`, settlementCode, 'settlement');
    check(`household ${code} hazardCode`, hazardCode, 'hazard');
    if (relocation) check(`household ${code} siteCode`, relocation.siteCode, 'site');
  }
  for (const { code, householdCode } of rows.homesteads) {
    check(`homestead ${code} householdCode`, householdCode, 'household');
  }
  // the household code of a ledger row is what was reported: it may be unknown, and Q1 counts that
  for (const { source, rowNumber, villageCode } of rows.ledgerRows) {
    check(`ledger ${source} row ${rowNumber}`, villageCode, 'area');
  }
}

function checkWorks(rows: CountyRows, check: ReferenceCheck): void {
  for (const { code, thingCode } of [...rows.projects, ...rows.tasks, ...rows.items]) {
    check(`${code} thingCode`, thingCode, 'any');
  }
  for (const { code, projectCode } of rows.tasks) check(`task ${code} projectCode`, projectCode, 'project');
  for (const { code, aboutCode } of rows.responsibilities) check(`responsibility ${code} aboutCode`, aboutCode, 'any');
}

function checkPlans(rows: CountyRows, check: ReferenceCheck): void {
  for (const { code, schedule } of rows.plans) {
    for (const [index, { areaCode }] of schedule.entries())
      check(`plan ${code} schedule ${index + 1}`, areaCode, 'area');
  }
}
