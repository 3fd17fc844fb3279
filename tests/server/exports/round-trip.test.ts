import { describe, expect, it } from 'vitest';
import { applyCountyChange, isNoChange } from '#core/county/apply-county-change.ts';
import type { CountyRows } from '#core/county/county-rows.ts';
import { checkImport } from '#core/ledgers/checks/check-import.ts';
import type { CheckResult } from '#core/ledgers/checks/check-input.ts';
import { LEDGER_KINDS, type LedgerKind } from '#core/ledgers/ledger.ts';
import { proposeMapping } from '#core/ledgers/propose-mapping.ts';
import type { SourceFile } from '#core/ledgers/source-table.ts';
import { exportCounty, readBack } from '#tests/support/exported.ts';
import { createTinyCountyRows } from '#tests/support/tiny-county.ts';

/** Ledgers whose tables say of themselves what they are. */
const KINDS = LEDGER_KINDS.filter((kind) => kind !== 'ledger_rows' && kind !== 'reported_totals');
/** Formats that hold every table, and what a shapefile, a GeoJSON and a KML hold. */
const SPATIAL: readonly LedgerKind[] = ['areas', 'settlements', 'sites', 'segments', 'hazards', 'parks', 'services'];

/** Imports a file as a person would who accepts every proposal. */
function importAgain(
  rows: CountyRows,
  file: SourceFile,
): { readonly result: CheckResult; readonly kinds: readonly (LedgerKind | null)[] } {
  const mappings = file.tables.map((table, place) => ({
    ...proposeMapping(table, {
      file: 0,
      table: place,
      fileName: file.name,
      countyCode: rows.code,
      areas: rows.areas,
      asOf: rows.dataDate,
    }).mapping,
    asOf: rows.dataDate,
    crsConfirmed: true,
  }));
  const steps = checkImport({ rows, files: [file], mappings, repairs: [], today: rows.dataDate });
  for (;;) {
    const step = steps.next();
    if (step.done) return { result: step.value, kinds: mappings.map(({ ledger }) => ledger) };
  }
}

describe('what is exported and imported again', () => {
  it.each(['xlsx', 'gpkg'] as const)('changes nothing in the county, by %s of all ledgers', async (format) => {
    const rows = createTinyCountyRows();
    const file = await readBack(await exportCounty(rows, { format, ledgers: KINDS }));
    const { result, kinds } = importAgain(rows, file);
    expect(kinds.filter((kind) => kind !== null)).toEqual(expect.arrayContaining([...KINDS]));
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.differences).toEqual([]);
    expect(isNoChange({ ...result.change, ledgerRows: [], removedLedgerRows: [] })).toBe(true);
  });

  it.each(['csv', 'geojson', 'shapefile', 'kml'] as const)('changes nothing, by %s of one ledger', async (format) => {
    const rows = createTinyCountyRows();
    for (const kind of SPATIAL) {
      const file = await readBack(await exportCounty(rows, { format, ledgers: [kind] }));
      const { result, kinds } = importAgain(rows, file);
      expect(kinds, kind).toContain(kind);
      expect(
        result.findings.filter(({ severity }) => severity === 'error'),
        kind,
      ).toEqual([]);
      expect(result.differences, kind).toEqual([]);
    }
  });

  it.each(['gauss_kruger', 'gauss_kruger_zone'] as const)('stays where it is, in %s', async (crs) => {
    const rows = createTinyCountyRows();
    const file = await readBack(
      await exportCounty(rows, { format: 'gpkg', ledgers: ['settlements', 'segments'], crs }),
    );
    const { result } = importAgain(rows, file);
    expect(result.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result.differences.filter(({ fields }) => fields.length > 0)).toEqual([]);
  });

  it('brings back what was lost', async () => {
    const rows = createTinyCountyRows();
    const file = await readBack(await exportCounty(rows, { format: 'gpkg', ledgers: KINDS }));
    const bereft = { ...rows, services: [], parks: rows.parks.slice(1), hazards: rows.hazards };
    const { result } = importAgain(bereft, file);
    const after = applyCountyChange(bereft, result.change);
    const byCode = <Row extends { readonly code: string }>(list: readonly Row[]): readonly Row[] =>
      list.toSorted((a, b) => (a.code < b.code ? -1 : 1));
    expect(byCode(after.services)).toEqual(byCode(rows.services));
    expect(byCode(after.parks)).toEqual(byCode(rows.parks));
  });
});
