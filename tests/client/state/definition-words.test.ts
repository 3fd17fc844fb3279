import { describe, expect, it } from 'vitest';
import {
  type DefinitionItem,
  definitionToPatch,
  findOfficialOwn,
  type OwnSettings,
  tabulateDefinitions,
} from '#client/state/definition-words.ts';

const createItem = (key: string, isOwn = false): DefinitionItem => {
  const [sizeName = '', widthName = '', surfacesName = ''] = key.split(':');
  return { key, isOwn, sizeName, widthName, surfacesName, figure: {} as DefinitionItem['figure'] };
};

describe('definitionToPatch', () => {
  it('turns an official definition into the settings that make it the county’s own', () => {
    expect(definitionToPatch('20:minimum:paved', { minimumWidthMeters: 3.5 })).toEqual({
      joinHouseholds: 20,
      joinPeople: null,
      joinMinimumWidthMeters: 3.5,
      hardenedSurfaces: ['asphalt_concrete', 'cement_concrete'],
    });
    expect(definitionToPatch('30_150:any:bituminous', { minimumWidthMeters: 3.5 })).toMatchObject({
      joinHouseholds: 30,
      joinPeople: 150,
      joinMinimumWidthMeters: null,
    });
  });

  it('knows no settings for the county’s own and for unknown keys', () => {
    expect(definitionToPatch('own', { minimumWidthMeters: 3.5 })).toBeUndefined();
    expect(definitionToPatch('20:narrow:paved', { minimumWidthMeters: 3.5 })).toBeUndefined();
  });
});

describe('tabulateDefinitions', () => {
  it('makes one table a size, surfaces down and widths across', () => {
    const items = ['a:x:p', 'a:x:q', 'a:y:p', 'a:y:q', 'b:x:p', 'b:y:p'].map((key) => createItem(key));
    const tables = tabulateDefinitions([createItem('own', true), ...items]);
    expect(tables.map(({ sizeName }) => sizeName)).toEqual(['a', 'b']);
    expect(tables[0]?.rows.map((row) => row.items.map((item) => item?.key))).toEqual([
      ['a:x:p', 'a:y:p'],
      ['a:x:q', 'a:y:q'],
    ]);
  });
});

describe('findOfficialOwn', () => {
  const settings = {
    joinHouseholds: 30,
    joinPeople: 150,
    joinMinimumWidthMeters: null,
    minimumWidthMeters: 3.5,
    hardenedSurfaces: ['bituminous_surface', 'asphalt_concrete', 'cement_concrete', 'penetrated_asphalt'],
  } satisfies OwnSettings;
  const items = ['own', '20:any:bituminous', '30_150:minimum:bituminous', '30_150:any:bituminous'].map((key) =>
    createItem(key),
  );

  it('finds the official definition that the settings amount to, whatever the order of surfaces', () => {
    expect(findOfficialOwn(items, settings)?.key).toBe('30_150:any:bituminous');
    expect(findOfficialOwn(items, { ...settings, joinMinimumWidthMeters: 3.5 })?.key).toBe('30_150:minimum:bituminous');
  });

  it('finds none for a definition of the county’s own', () => {
    expect(findOfficialOwn(items, { ...settings, joinHouseholds: 25 })).toBeUndefined();
    expect(findOfficialOwn(items, undefined)).toBeUndefined();
  });
});
