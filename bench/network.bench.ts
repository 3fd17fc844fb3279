import type { County } from '#core/county/county.ts';
import { createCountyState } from '#core/county/county-state.ts';
import { getNetwork } from '#core/network/network.ts';
import { createRoadState } from '#core/network/road-state.ts';
import type { BenchResult } from './measure.ts';
import { benchCountyKernel } from './network/county-kernel.ts';
import { benchCountyMatrix } from './network/county-matrix.ts';
import { benchCoverageQuestions } from './network/coverage-questions.ts';
import { withPgrouting } from './network/pgrouting-peer.ts';
import { benchPrefecture } from './network/prefecture-kernel.ts';

/** The road network beside pgRouting: the sample county, and a generated prefecture at four sizes. */
export async function benchNetwork(county: County): Promise<readonly BenchResult[]> {
  const network = getNetwork(county).at(createRoadState(createCountyState(county, county.dataDate)));
  return withPgrouting(async (peer) => [
    ...(await benchCountyKernel(network, peer)),
    ...(await benchCountyMatrix(network, peer)),
    ...(await benchCoverageQuestions(county)),
    ...(await benchPrefecture(county, peer)),
  ]);
}
