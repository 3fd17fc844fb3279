import type { County } from '#core/county/county.ts';
import type { BenchResult } from './measure.ts';
import { benchDrag } from './planning/drag.bench.ts';
import { benchLocations } from './planning/locations.bench.ts';
import { benchProgramme } from './planning/programme.bench.ts';
import { benchSuitability } from './planning/suitability.bench.ts';

/** Planning: each part one line. */
const PARTS: readonly ((county: County) => Promise<readonly BenchResult[]>)[] = [
  benchDrag,
  benchSuitability,
  benchLocations,
  benchProgramme,
];

/** Dragging, places, solvers and programmes over the sample county. */
export async function benchPlanning(county: County): Promise<readonly BenchResult[]> {
  const results: BenchResult[] = [];
  for (const part of PARTS) results.push(...(await part(county)));
  return results;
}
