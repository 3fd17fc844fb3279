import { describe, expect, it } from 'vitest';
import { createMapDefinition } from '#core/cartography/create-map-definition.ts';
import { buildFeatures } from '#core/cartography/features/build-features.ts';
import { drawMapBody } from '#core/cartography/sheet/body/draw-map-body.ts';
import type { LabelWish } from '#core/cartography/sheet/body/layer-drawing.ts';
import { rectContains, rectsOverlap } from '#core/cartography/sheet/drawing.ts';
import type { LabelGround } from '#core/cartography/sheet/labels/label-ground.ts';
import { createLabelProblem } from '#core/cartography/sheet/labels/label-problem.ts';
import { placeGreedily, scorePlacement } from '#core/cartography/sheet/labels/place-greedily.ts';
import { type LabelPlacement, placeLabels } from '#core/cartography/sheet/labels/place-labels.ts';
import { solveLabels } from '#core/cartography/sheet/labels/solve-labels.ts';
import { parsePaper } from '#core/cartography/sheet/paper.ts';
import { buildCounty } from '#core/county/build-county.ts';
import { MAP_KINDS } from '#core/county/kinds.ts';
import { createIndicatorContext, type IndicatorContext } from '#core/indicators/context.ts';
import { loadSampleCounty } from '#data/load-sample-county.ts';
import { composeTinySheet, createSheetSpec, measurePlainly } from '#tests/support/sheets.ts';

/** The sample county, put together once: nothing changes it. */
const sample: Promise<IndicatorContext> = loadSampleCounty().then((rows) =>
  createIndicatorContext(buildCounty(rows, 1)),
);

/** Names of a sheet of the sample and the ground they are placed on. */
function listWishes(context: IndicatorContext, sheet: Parameters<typeof createSheetSpec>[0]) {
  const spec = createSheetSpec(sheet);
  const { projection, report } = composeTinySheet({ ...sheet, relief: false }, context);
  const { areaCode, language } = spec;
  const paper = parsePaper(spec.paper);
  if (!paper) throw new RangeError(`Got paper ${spec.paper}.`);
  const body = drawMapBody({
    definition: createMapDefinition({ ...spec, context, palette: 'paper' }),
    county: context.county,
    featuresOf: (layer) => buildFeatures({ context, layer, areaCode, language }),
    projection,
    paper,
    relief: false,
  });
  const ground: LabelGround = {
    measure: measurePlainly,
    map: projection.map,
    obstacles: report.insetRects,
    icons: body.icons,
    drawn: [...body.ground, ...body.marks],
  };
  return { wishes: body.wishes, ground };
}

/** Pairs of different names whose boxes overlap. */
function overlapping({ placed }: LabelPlacement): string[] {
  const boxes = placed
    .filter(({ wish }) => !wish.overlaps)
    .flatMap((label) => label.boxes.map((box) => ({ box, label })))
    .sort((a, b) => a.box.x - b.box.x);
  return boxes.flatMap((one, i) => {
    const pairs: string[] = [];
    for (const other of boxes.slice(i + 1)) {
      if (other.box.x >= one.box.x + one.box.width) break;
      if (other.label !== one.label && rectsOverlap(one.box, other.box))
        pairs.push(`${one.label.wish.text} and ${other.label.wish.text}`);
    }
    return pairs;
  });
}

const createWish = (
  i: number,
  at: readonly [number, number],
  text = ['石坪村', '云台镇', '上寨'][i % 3],
): LabelWish => ({
  text: text ?? '',
  layerId: 'villages-label',
  code: String(i),
  font: 'sans',
  size: 4,
  color: '#000000',
  haloColor: null,
  spacing: 0,
  priority: [50, 60, 35][i % 3] ?? 50,
  sortKey: 0,
  where: { kind: 'point', x: at[0], y: at[1], anchors: ['top'], isFixed: false, radius: 1.5, shift: [0, 0] },
  keepsOffSymbols: false,
  overlaps: false,
});

/** Names at places drawn by a linear congruence. */
function scatterWishes(count: number, [width, height]: readonly [number, number]): LabelWish[] {
  let value = 7;
  const next = (): number => {
    value = (Math.imul(value, 1_664_525) + 1_013_904_223) >>> 0;
    return value / 2 ** 32;
  };
  return Array.from({ length: count }, (_, i) => createWish(i, [next() * width, next() * height]));
}

const createGround = (width: number, height: number): LabelGround => ({
  measure: measurePlainly,
  map: { x: 0, y: 0, width, height },
  obstacles: [],
  icons: [],
});

describe('solveLabels', () => {
  it.each(MAP_KINDS)(
    'places at least the weight of greedy on the sample: %s',
    async (map) => {
      const context = await sample;
      const towns = context.county.areas.filter(({ level }) => level === 'town').slice(0, 2);
      const villages = context.county.areas.filter(({ level }) => level === 'village').filter((_, i) => i % 60 === 0);
      const sheets = [
        { areaCode: context.county.code, paper: 'A0' as const },
        ...towns.map(({ code }) => ({ areaCode: code, paper: 'A2' as const })),
        ...villages.map(({ code }) => ({ areaCode: code, paper: 'A3' as const })),
      ];
      for (const sheet of sheets) {
        const { wishes, ground } = listWishes(context, { ...sheet, map });
        const problem = createLabelProblem(wishes, ground);
        const greedy = scorePlacement(problem, placeGreedily(problem));
        const solved = scorePlacement(problem, solveLabels(problem));
        expect(solved.unplacedWeight, sheet.areaCode).toBeLessThanOrEqual(greedy.unplacedWeight);
        const placement = placeLabels(wishes, ground);
        expect(overlapping(placement), sheet.areaCode).toEqual([]);
        for (const { boxes } of placement.placed) {
          expect(boxes.every((box) => rectContains(ground.map, box))).toBe(true);
          expect(boxes.some((box) => ground.obstacles.some((inset) => rectsOverlap(inset, box)))).toBe(false);
        }
      }
    },
    120_000,
  );

  it('places more names than greedy where they crowd', () => {
    const problem = createLabelProblem(scatterWishes(400, [260, 200]), createGround(260, 200));
    const greedy = scorePlacement(problem, placeGreedily(problem));
    const solved = scorePlacement(problem, solveLabels(problem));
    expect(solved.placed).toBeGreaterThan(greedy.placed);
    expect(solved.unplacedWeight).toBeLessThan(greedy.unplacedWeight);
  });
});

describe('placeLabels on crowded sheets', () => {
  it('does not depend on the order of the wishes or on codes', () => {
    const wishes = scatterWishes(300, [240, 180]);
    const ground = createGround(240, 180);
    const boxesOf = (list: readonly LabelWish[]) => placeLabels(list, ground).placed.map(({ boxes }) => boxes);
    const expected = boxesOf(wishes);
    expect(boxesOf(wishes)).toEqual(expected);
    expect(boxesOf([...wishes].reverse())).toEqual(expected);
    expect(boxesOf(wishes.map((wish, i) => ({ ...wish, code: String(9000 - i) })))).toEqual(expected);
  });

  it('takes 3,000 names and a name of 200 characters', () => {
    const long = createWish(3000, [400, 300], '很长的名字'.repeat(40));
    const placement = placeLabels([...scatterWishes(3000, [800, 600]), long], createGround(800, 600));
    expect(placement.placed.length + placement.unplaced.length).toBe(3001);
    expect(overlapping(placement)).toEqual([]);
    const { placed } = placeLabels([long], createGround(800, 600));
    expect(placed[0]?.items.length).toBeGreaterThan(5);
    expect(placed[0]?.items.map((item) => (item.kind === 'text' ? item.text : '')).join('')).toBe(long.text);
  }, 30_000);

  it('ties a name to its point by a leader only where nothing nearer is free', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => createWish(i, [100 + (i % 4) * 2, 80 + Math.floor(i / 4) * 2]));
    const { placed, report } = placeLabels(crowd, createGround(240, 180));
    const withLeader = placed.filter(({ items }) => items.some(({ kind }) => kind === 'path'));
    expect(withLeader.length).toBe(report.leaders);
    expect(report.leaders).toBeGreaterThan(0);
    expect(placeLabels(crowd.slice(0, 2), createGround(240, 180)).report.leaders).toBe(0);
  });
});
