import { describe, expect, it } from 'vitest';
import type { LabelWish } from '#core/cartography/sheet/body/layer-drawing.ts';
import { rectsOverlap } from '#core/cartography/sheet/drawing.ts';
import { placeLabels } from '#core/cartography/sheet/labels/place-labels.ts';
import { measurePlainly } from '#tests/support/sheets.ts';

const createWish = (text: string, at: readonly [number, number], overrides: Partial<LabelWish> = {}): LabelWish => ({
  text,
  layerId: 'villages-label',
  code: text,
  font: 'sans',
  size: 5,
  color: '#000000',
  haloColor: '#FFFFFF',
  spacing: 0,
  priority: 60,
  sortKey: 0,
  where: { kind: 'point', x: at[0], y: at[1], anchors: ['left', 'right'], isFixed: false, radius: 1, shift: [0, 0] },
  keepsOffSymbols: false,
  overlaps: false,
  ...overrides,
});

const GROUND = {
  measure: measurePlainly,
  map: { x: 0, y: 0, width: 100, height: 60 },
  obstacles: [],
  icons: [],
} as const;

describe('placeLabels', () => {
  it('keeps names apart and says which found no place', () => {
    const wishes = Array.from({ length: 40 }, (_, index) => createWish(`村${index}村庄`, [50, 30]));
    const { placed, unplaced } = placeLabels(wishes, GROUND);
    const boxes = placed.flatMap((label) => label.boxes);
    expect(boxes.filter((box, i) => boxes.slice(i + 1).some((other) => rectsOverlap(box, other)))).toEqual([]);
    expect(placed.length + unplaced.length).toBe(40);
    expect(unplaced.length).toBeGreaterThan(0);
  });

  it('places the more important name first', () => {
    const town = createWish('云台镇', [50, 30], { priority: 90, size: 12 });
    const { placed } = placeLabels([createWish('石坪村', [50, 30]), town], GROUND);
    expect(placed[0]?.wish.text).toBe('云台镇');
  });

  it('keeps off furniture and inside the frame', () => {
    const obstacle = { x: 50, y: 0, width: 50, height: 60 };
    const { placed } = placeLabels([createWish('石坪村', [49, 30])], { ...GROUND, obstacles: [obstacle] });
    expect(placed[0]?.boxes.some((box) => rectsOverlap(box, obstacle))).toBe(false);
    expect(placeLabels([createWish('石坪村', [99.5, 59.5])], GROUND).placed[0]?.boxes[0]?.x).toBeLessThan(85);
  });

  it('does not depend on the order of the wishes', () => {
    const wishes = Array.from({ length: 20 }, (_, i) =>
      createWish(`村${i}`, [20 + (i % 5) * 9, 20 + Math.floor(i / 5) * 4]),
    );
    expect(placeLabels([...wishes].reverse(), GROUND).placed).toEqual(placeLabels(wishes, GROUND).placed);
  });

  it('sets a name along a straight line, read from left to right', () => {
    const where = { kind: 'line', contours: [[80, 40, 10, 40]], offset: 0 } as const;
    const { placed } = placeLabels([createWish('青河', [0, 0], { where, font: 'serif' })], GROUND);
    const [item] = placed[0]?.items ?? [];
    const glyphs = item?.kind === 'text' ? (item.glyphs ?? []) : [];
    expect(item).toMatchObject({ text: '青河', shear: 0.25 });
    expect(glyphs.map(({ rotation }) => Math.abs(rotation))).toEqual([0, 0]);
    expect((glyphs[0]?.x ?? 0) < (glyphs[1]?.x ?? 0)).toBe(true);
  });

  it('keeps names clear of signs, with a leader where nothing nearer is free', () => {
    const signs = [{ x: 44, y: 24, width: 12, height: 12 }];
    const { placed, report } = placeLabels([createWish('石坪村', [50, 30])], { ...GROUND, icons: signs, signs });
    expect(placed[0]?.boxes[0] && rectsOverlap(placed[0].boxes[0], signs[0] ?? GROUND.map)).toBe(false);
    expect(report.placed).toBe(1);
  });

  it('sets a name on a sign rather than not at all where every place of its own is on one', () => {
    const signs = [GROUND.map];
    const { placed } = placeLabels([createWish('石坪村', [50, 30])], { ...GROUND, icons: signs, signs });
    expect(placed).toHaveLength(1);
  });

  it('leaves out a name that would cover symbols when it is to keep off them', () => {
    const icons = Array.from({ length: 40 }, (_, i) => ({
      x: 10 + (i % 8) * 10,
      y: 5 + Math.floor(i / 8) * 10,
      width: 10,
      height: 10,
    }));
    const ground = { ...GROUND, icons };
    const [polite, plain] = [true, false].map((keepsOffSymbols) => createWish('0117', [50, 30], { keepsOffSymbols }));
    expect(placeLabels(polite ? [polite] : [], ground).placed).toEqual([]);
    expect(placeLabels(plain ? [plain] : [], ground).placed.length).toBe(1);
  });

  it('ties a name to its point by a leader where all places beside it would cover symbols', () => {
    const icons = Array.from({ length: 35 }, (_, i) => ({
      x: 36 + (i % 7) * 4,
      y: 22 + Math.floor(i / 7) * 4,
      width: 4,
      height: 4,
    }));
    const { placed, report } = placeLabels([createWish('大井组', [50, 32], { size: 3 })], { ...GROUND, icons });
    const [box] = placed[0]?.boxes ?? [];
    expect(placed[0]?.items.some(({ kind }) => kind === 'path')).toBe(true);
    expect(box && icons.filter((icon) => rectsOverlap(icon, box))).toEqual([]);
    expect(report.placed).toBe(1);
  });

  it('breaks a long name into lines of about the same length: no character stands alone', () => {
    const { placed } = placeLabels([createWish('茶园电子元件帮扶车间', [50, 30])], GROUND);
    const twelve = placeLabels([createWish('茶园镇电子元件帮扶车间一', [50, 30])], GROUND).placed[0]?.items ?? [];
    expect(placed[0]?.items).toHaveLength(1);
    expect(twelve.map((item) => (item.kind === 'text' ? [...item.text].length : 0))).toEqual([6, 6]);
  });
});
