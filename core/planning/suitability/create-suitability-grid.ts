import type { County } from '../../county/county.ts';
import type { IsoDate } from '../../county/dates.ts';
import { RULE_CODES } from '../../county/site-rule.ts';
import { getSiteGround } from '../ground/site-ground.ts';
import { canForbid, listRulesOn } from '../rules/judge-place.ts';
import type { CellVerdict } from '../rules/place-rule.ts';
import { PLACE_RULES } from '../rules/place-rules.ts';
import { SUITABILITY_CLASSES } from '../rules/site-rule.ts';
import { type CountyCells, getCountyCells } from './county-cells.ts';
import {
  createGridLayers,
  drain,
  eachCell,
  type GridLayers,
  LONG_LAYERS,
  makeConstraintLayer,
  makeLongLayer,
  makeSlopeLayer,
} from './grid-layers.ts';
import { PLACE_FACTORS } from './place-factors.ts';
import { classifyScore, scoreMeasure } from './score-place.ts';

/** No rule, in a column of rules. */
export const NO_RULE = 255;

/** Where a site may stand, cell by cell: at each centre exactly what `judgePlace` says there. Columns are aligned with `cells`. */
export interface SuitabilityGridData extends CountyCells {
  readonly county: County;
  readonly asOf: IsoDate;
  /** Index into SUITABILITY_CLASSES. */
  readonly classes: Uint8Array;
  /** Index into RULE_CODES of the first forbidding rule that is broken; `NO_RULE` = none. */
  readonly firstForbidden: Uint8Array;
  /** The same of the first rule that asks for argument. */
  readonly firstArgued: Uint8Array;
  /** Weighted mean of the factors, 0 to 1; `NaN` where every weight is 0. */
  readonly scores: Float64Array;
}

/** Of which grid. */
export interface SuitabilityGridOptions {
  /** No cell is longer than this on either side. */
  readonly cellMeters: number;
  /** Defaults to the county's data date. */
  readonly asOf?: IsoDate;
}

/**
 * The grid of a county. What is measured at cells is kept, so that a second grid after a change of rules or weights only combines.
 *
 * @throws {InvalidInputError} `grid_too_fine`
 */
export const createSuitabilityGrid = (county: County, options: SuitabilityGridOptions): SuitabilityGridData =>
  drain(makeSuitabilityGrid(county, options));

/** The same in steps of some milliseconds, for those who must let others take their turn. */
export function* makeSuitabilityGrid(
  county: County,
  { cellMeters, asOf = county.dataDate }: SuitabilityGridOptions,
): Generator<undefined, SuitabilityGridData> {
  const ground = getSiteGround(county, asOf);
  const countyCells = getCountyCells(ground.boundary, cellMeters);
  yield;
  for (const layer of LONG_LAYERS) yield* makeLongLayer(ground, countyCells, layer);
  const layers = createGridLayers(ground, countyCells);
  yield* makeConstraintLayer(ground, countyCells);
  yield* makeSlopeLayer(ground, countyCells);
  layers.threatened();
  yield;
  const verdicts = yield* judgeCells(county, layers);
  const scores = yield* scoreCells(county, layers);
  const classes = new Uint8Array(scores.length);
  yield* eachCell(countyCells, (cell) => {
    const score = scores[cell] as number;
    if (verdicts.firstForbidden[cell] !== NO_RULE) classes[cell] = SUITABILITY_CLASSES.indexOf('refused');
    else if (verdicts.firstArgued[cell] !== NO_RULE) classes[cell] = SUITABILITY_CLASSES.indexOf('to_be_argued');
    else classes[cell] = SUITABILITY_CLASSES.indexOf(classifyScore(Number.isNaN(score) ? null : score));
  });
  return { ...countyCells, county, asOf, classes, ...verdicts, scores };
}

type Verdicts = Pick<SuitabilityGridData, 'firstForbidden' | 'firstArgued'>;

function* judgeCells(county: County, layers: GridLayers): Generator<undefined, Verdicts> {
  const count = layers.countyCells.cells.length;
  const firstForbidden = new Uint8Array(count).fill(NO_RULE);
  const firstArgued = new Uint8Array(count).fill(NO_RULE);
  for (const rule of listRulesOn(county)) {
    const judge = PLACE_RULES[rule.code].judgeCells(layers, rule);
    if (judge === null) continue;
    const number = RULE_CODES.indexOf(rule.code);
    yield* eachCell(layers.countyCells, (cell) => {
      const verdict = judge(cell);
      if (verdict === 'forbidden' && firstForbidden[cell] === NO_RULE) firstForbidden[cell] = number;
      if (verdict === 'argued' && firstArgued[cell] === NO_RULE) firstArgued[cell] = number;
    });
  }
  return { firstForbidden, firstArgued };
}

/** Sums in the order of the factors, as `judgePlace` does, so that no digit differs. */
function* scoreCells({ settings }: County, layers: GridLayers): Generator<undefined, Float64Array> {
  const count = layers.countyCells.cells.length;
  const sums = new Float64Array(count);
  let weights = 0;
  for (const factor of settings.siteFactors) {
    weights += factor.weight;
    // what is not weighed need not be measured: it adds 0
    if (factor.weight === 0) continue;
    const { makeCells, measureCells } = PLACE_FACTORS[factor.code];
    if (makeCells) yield* makeCells(layers.ground, layers.countyCells);
    const measured = measureCells(layers);
    yield* eachCell(layers.countyCells, (cell) => {
      sums[cell] = (sums[cell] as number) + factor.weight * scoreMeasure(factor, measured[cell] as number);
    });
  }
  if (weights > 0) for (let cell = 0; cell < count; cell++) sums[cell] = (sums[cell] as number) / weights;
  else sums.fill(Number.NaN);
  return sums;
}

/** Which cells break a forbidding rule: only the layers that such rules ask for are made. 1 = refused. */
export function refuseCells(county: County, layers: GridLayers): Uint8Array {
  const refused = new Uint8Array(layers.countyCells.cells.length);
  for (const rule of listRulesOn(county)) {
    if (!canForbid(rule)) continue;
    const judge: ((cell: number) => CellVerdict) | null = PLACE_RULES[rule.code].judgeCells(layers, rule);
    if (judge === null) continue;
    for (let cell = 0; cell < refused.length; cell++) if (judge(cell) === 'forbidden') refused[cell] = 1;
  }
  return refused;
}
