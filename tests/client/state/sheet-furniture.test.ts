import { describe, expect, it } from 'vitest';
import { listFurniture, nameFurniture, nearestPlace, pushPlace, roomOfPlace } from '#client/state/sheet-furniture.ts';
import { DEFAULT_WISH } from '#client/state/sheet-wish.ts';

const MAP = { x: 10, y: 20, width: 200, height: 100 };
const COLUMN = { x: 220, y: 20, width: 60, height: 100 };

describe('listFurniture', () => {
  it('lists the tables of the map once, and on public editions only what they have', () => {
    const internal = listFurniture({ tables: ['figures', 'ranking', 'curve'], wish: DEFAULT_WISH });
    expect(internal).toContain('ranking');
    expect(internal).toContain('live_code');
    expect(internal).not.toContain('approval');
    const open = listFurniture({
      tables: ['figures', 'ranking', 'curve'],
      wish: { ...DEFAULT_WISH, edition: 'public' },
    });
    expect(open).toContain('curve');
    expect(open).not.toContain('ranking');
    expect(open).not.toContain('live_code');
  });
});

describe('nameFurniture', () => {
  it('names all, by its own name or by its heading', () => {
    expect(nameFurniture('north', 'en')).toBe('North arrow');
    expect(nameFurniture('ranking_town', 'en')).not.toBe('ranking_town');
  });
});

describe('nearestPlace', () => {
  it('is the corner whose quarter holds the point, or the column', () => {
    expect(nearestPlace([40, 30], { map: MAP, panelRoom: COLUMN, id: 'legend' })).toBe('left_top');
    expect(nearestPlace([180, 115], { map: MAP, panelRoom: COLUMN, id: 'legend' })).toBe('right_bottom');
    expect(nearestPlace([250, 50], { map: MAP, panelRoom: COLUMN, id: 'legend' })).toBe('panel');
    expect(nearestPlace([250, 50], { map: MAP, panelRoom: COLUMN, id: 'north' })).toBe('right_top');
  });
});

describe('pushPlace', () => {
  it('goes from corner to corner, beyond the right into the column and back', () => {
    expect(pushPlace('left_top', 'bottom')).toBe('left_bottom');
    expect(pushPlace('left_bottom', 'right')).toBe('right_bottom');
    expect(pushPlace('right_bottom', 'right')).toBe('panel');
    expect(pushPlace('panel', 'left')).toBe('right_top');
  });
});

describe('roomOfPlace', () => {
  it('lies in the corner of the frame', () => {
    expect(roomOfPlace('right_bottom', { map: MAP, panelRoom: null })).toEqual({
      x: 150,
      y: 90,
      width: 60,
      height: 30,
    });
    expect(roomOfPlace('panel', { map: MAP, panelRoom: COLUMN })).toBe(COLUMN);
  });
});
