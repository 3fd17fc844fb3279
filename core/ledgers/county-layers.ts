import type { CountyRows } from '../county/county-rows.ts';
import type { LedgerDate, LedgerEntry, LedgerField, LedgerKind } from './ledger.ts';
import { getLedger } from './ledgers.ts';

/** Layers of a county for other software: what has a place on the map. Households and old homesteads are not among them. */
export const COUNTY_LAYERS = [
  'county',
  'towns',
  'villages',
  'settlements',
  'sites',
  'segments',
  'hazards',
  'parks',
  'services',
  'constraints',
  'rivers',
] as const;
export type CountyLayer = (typeof COUNTY_LAYERS)[number];

/** Which ledger describes the columns of a layer. */
export const LEDGER_OF_LAYER: Readonly<Record<CountyLayer, LedgerKind>> = {
  county: 'areas',
  towns: 'areas',
  villages: 'areas',
  settlements: 'settlements',
  sites: 'sites',
  segments: 'segments',
  hazards: 'hazards',
  parks: 'parks',
  services: 'services',
  constraints: 'constraints',
  rivers: 'rivers',
};

/** The columns of a layer. */
export const fieldsOfLayer = (layer: CountyLayer): readonly LedgerField[] => getLedger(LEDGER_OF_LAYER[layer]).fields;

/** Whether things of a layer stand there as points or as surfaces, each as it is known. */
export function canBeMixed(layer: CountyLayer): boolean {
  const { geometries } = getLedger(LEDGER_OF_LAYER[layer]);
  return geometries.includes('Point') && geometries.includes('Polygon');
}

/** The lists that layers are made of: those of rows or of a loaded county. */
export type LayeredCounty = Pick<
  CountyRows,
  'areas' | 'settlements' | 'sites' | 'segments' | 'hazards' | 'parks' | 'services' | 'constraints' | 'rivers'
>;

/** The entries of a layer as they stand at a date, in the order of the county. */
export function listLayerEntries(county: LayeredCounty, layer: CountyLayer, date: LedgerDate): readonly LedgerEntry[] {
  const areasOf = (level: 'county' | 'town' | 'village') =>
    county.areas.filter((area) => area.level === level).map((area) => getLedger('areas').toEntry(area, date));
  switch (layer) {
    case 'county':
      return areasOf('county');
    case 'towns':
      return areasOf('town');
    case 'villages':
      return areasOf('village');
    case 'settlements':
      return county.settlements.map((row) => getLedger('settlements').toEntry(row, date));
    case 'sites':
      return county.sites.map((row) => getLedger('sites').toEntry(row, date));
    case 'segments':
      return county.segments.map((row) => getLedger('segments').toEntry(row, date));
    case 'hazards':
      return county.hazards.map((row) => getLedger('hazards').toEntry(row, date));
    case 'parks':
      return county.parks.map((row) => getLedger('parks').toEntry(row, date));
    case 'services':
      return county.services.map((row) => getLedger('services').toEntry(row, date));
    case 'constraints':
      return county.constraints.map((row) => getLedger('constraints').toEntry(row, date));
    case 'rivers':
      return county.rivers.map((row) => getLedger('rivers').toEntry(row, date));
  }
}
