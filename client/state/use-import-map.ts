import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { fetchDifferenceFeatures, fetchImportPositions } from '#client/api/import-map-requests.ts';
import { fetchFindings, type TablePlace } from '#client/api/imports-requests.ts';
import type { FindingRow } from '#core/api/import-records.ts';
import type { FeatureCollection } from '#core/cartography/features/map-feature.ts';
import { hasPositions, listMapped } from './import-steps.ts';
import { useImport, useImportQuestion } from './use-import.ts';
import { useView } from './view-store.ts';

/** Findings that are drawn at most: the first of the chosen rule. */
export const DRAWN_FINDINGS = 1000;

/** Things of the difference that are drawn at most. */
export const DRAWN_DIFFERENCES = 5000;

/** The table with positions that is looked at; null where no table brings any. */
export function usePositionTable(): TablePlace | null {
  const record = useImport().data;
  const chosen = useView((view) => view.importing.table);
  const tables = record ? listMapped(record).filter(({ mapping }) => hasPositions(mapping)) : [];
  const own = tables.find(({ file, table }) => file === chosen?.file && table === chosen.table) ?? tables[0];
  return own ? { file: own.file, table: own.table } : null;
}

/** Positions of a table before and after they are understood; asked for again when their reference system changes. */
export function useImportPositions(place: TablePlace | null): UseQueryResult<FeatureCollection> {
  const question = useImportQuestion();
  const isOpen = useView((view) => view.importing.step === 'positions');
  const mapping = useImport().data?.mappings.find(({ file, table }) => file === place?.file && table === place.table);
  const understood = JSON.stringify([mapping?.crs, mapping?.position]);
  const version = useImport().data?.version;
  return useQuery({
    queryKey: ['import-positions', question, place, understood, version],
    queryFn: ({ signal }) => fetchImportPositions(question, place ?? { file: 0, table: 0 }, signal),
    enabled: isOpen && place !== null && question.id !== '',
    placeholderData: (before) => before,
  });
}

/** Findings that are drawn, of how many: the first ones of the chosen rule, of these those that have a place. */
export interface DrawnFindings {
  readonly placed: readonly FindingRow[];
  /** How many were looked at, those without a place among them. */
  readonly looked: number;
  readonly total: number;
}

/** The first findings of the chosen rule that have a place. */
export function useDrawnFindings(): UseQueryResult<DrawnFindings> {
  const question = useImportQuestion();
  const rule = useView((view) => view.importing.rule);
  const isOpen = useView((view) => view.importing.step === 'report');
  const record = useImport().data;
  return useQuery({
    queryKey: ['import-map', 'findings', question, record?.version, rule],
    queryFn: async ({ signal }) => {
      const { items, total } = await fetchFindings(question, { rule, from: 0, limit: DRAWN_FINDINGS }, signal);
      return { placed: items.filter(({ position }) => position !== null), looked: items.length, total };
    },
    enabled: isOpen && record?.summary != null,
  });
}

/** What is drawn of the difference: the part that is looked at; `total` of those that could be. */
export function useDifferenceFeatures(): UseQueryResult<FeatureCollection & { readonly total: number }> {
  const question = useImportQuestion();
  const isOpen = useView(({ importing }) => importing.step === 'difference' || importing.step === 'written');
  const change = useView((view) => view.importing.change);
  const record = useImport().data;
  const filter = { ledger: change?.ledger ?? null, kind: change?.kind ?? null };
  return useQuery({
    queryKey: ['import-map', 'difference', question, record?.version, filter],
    queryFn: ({ signal }) => fetchDifferenceFeatures(question, filter, signal),
    enabled: isOpen && record?.summary != null,
    placeholderData: (before) => before,
  });
}
