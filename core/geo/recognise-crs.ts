import { bboxOf } from './bbox.ts';
import { createCrsConverter } from './convert-source-crs.ts';
import type { AreaGeometry } from './geometry.ts';
import { type CrsCandidate, listCrsCandidates, type NumberPair } from './list-crs-candidates.ts';
import { isPointInArea } from './point-in-polygon.ts';
import type { CrsGuess, SourceCrs } from './source-crs.ts';

/** A position as it stands in a file. */
export interface CrsSample extends NumberPair {
  /** Code of the village (or other area) that the row names; null when it names none. */
  readonly areaCode: string | null;
}

/** What positions are tested against. */
export interface CrsEvidence {
  /** Outline of an area by its code. */
  readonly areas: ReadonlyMap<string, AreaGeometry>;
  /** The county: for rows that name no area. */
  readonly outline: AreaGeometry;
  /** What the file states of itself; null when it does not. */
  readonly stated: SourceCrs | null;
}

/** Positions that are tested: enough for a share to 3 % at 99 %. */
const SAMPLE_SIZE = 2_000;

/**
 * Another system is believed only when the rows that it alone puts right outnumber those that it alone puts wrong beyond chance: McNemar's test with
 * one degree of freedom at 1 % (6.63), and by at least this many rows.
 */
const SURE_CHI_SQUARE = 6.63;
const FEWEST_BETTER = 4;

/**
 * Which reference system positions are in, the best first, by what the file states, the size of the numbers, the zone before the easting, and by how
 * many lie in the area that their row names (in the county where it names none). The shifted systems GCJ-02 and BD-09 come before plain degrees only
 * when they put clearly more positions into their areas; a share does not tell near systems apart in large areas.
 *
 * @returns empty where no system puts a single position into the county and none is stated
 */
export function recogniseCrs(samples: readonly CrsSample[], evidence: CrsEvidence): readonly CrsGuess[] {
  const step = Math.max(1, Math.ceil(samples.length / SAMPLE_SIZE));
  const tested = samples.filter(
    ({ first, second }, index) => index % step === 0 && Number.isFinite(first) && Number.isFinite(second),
  );
  const [west, , east] = bboxOf(evidence.outline);
  const stated: readonly CrsCandidate[] = evidence.stated ? listStated(evidence.stated) : [];
  const others = listCrsCandidates(tested, (west + east) / 2).filter(
    ({ crs }) => !stated.some((each) => isSameCrs(each.crs, crs)),
  );
  const trials = [...stated, ...others].map((candidate) => tryCandidate(candidate, tested, evidence));
  return rankTrials(trials).filter(({ inside, by }) => inside > 0 || by === 'file');
}

/** What the file states, and the same with axes changed: the commonest fault of all. */
const listStated = (crs: SourceCrs): readonly CrsCandidate[] => [
  { crs, by: 'file' },
  { crs: { ...crs, swapped: !crs.swapped }, by: 'swapped' },
];

/** A candidate with which samples it puts inside. */
interface Trial {
  readonly candidate: CrsCandidate;
  readonly hits: Uint8Array;
  readonly share: number;
}

function tryCandidate(candidate: CrsCandidate, samples: readonly CrsSample[], evidence: CrsEvidence): Trial {
  const convert = createCrsConverter(candidate.crs);
  const hits = Uint8Array.from(samples, ({ first, second, areaCode }) => {
    const area = (areaCode === null ? undefined : evidence.areas.get(areaCode)) ?? evidence.outline;
    return isPointInArea(convert(first, second), area) ? 1 : 0;
  });
  const count = hits.reduce((sum, hit) => sum + hit, 0);
  return { candidate, hits, share: samples.length === 0 ? 0 : count / samples.length };
}

/** The first trial stays first unless another is clearly better; the rest by share. */
function rankTrials(trials: readonly Trial[]): readonly CrsGuess[] {
  let [best] = trials;
  if (best === undefined) return [];
  for (const trial of trials) if (isClearlyBetter(trial, best)) best = trial;
  const rest = trials.filter((trial) => trial !== best).sort((a, b) => b.share - a.share);
  const [plain] = trials;
  return [best, ...rest].map((trial) => ({
    crs: trial.candidate.crs,
    inside: trial.share,
    by: isShiftOf(trial, plain) ? 'villages' : trial.candidate.by,
  }));
}

const isShiftOf = (trial: Trial, plain: Trial | undefined): boolean =>
  trial !== plain && (trial.candidate.crs.kind === 'gcj02' || trial.candidate.crs.kind === 'bd09');

function isClearlyBetter(trial: Trial, best: Trial): boolean {
  let onlyTrial = 0;
  let onlyBest = 0;
  for (const [index, hit] of trial.hits.entries()) {
    const bestHit = best.hits[index] ?? 0;
    if (hit > bestHit) onlyTrial++;
    if (hit < bestHit) onlyBest++;
  }
  const lead = onlyTrial - onlyBest;
  // one that fits nowhere gives way to any that fits
  if (best.share === 0) return lead > 0;
  return lead >= FEWEST_BETTER && (lead * lead) / (onlyTrial + onlyBest) > SURE_CHI_SQUARE;
}

const isSameCrs = (a: SourceCrs, b: SourceCrs): boolean => describe(a) === describe(b);

/** WGS 84 and CGCS2000 are one here: they differ by less than a metre. */
const describe = (crs: SourceCrs): string => {
  const sorted = Object.entries(crs).sort(([a], [b]) => Number(a > b) - Number(a < b));
  return JSON.stringify(sorted).replace('wgs84', 'cgcs2000');
};
