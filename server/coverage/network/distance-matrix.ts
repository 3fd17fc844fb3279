import { setImmediate as giveWay } from 'node:timers/promises';
import { type DistanceMatrixRequest, MOST_JOB_PAIRS } from '#core/api/jobs.ts';
import type { IsoDate } from '#core/county/dates.ts';
import { InvalidInputError } from '#core/errors.ts';
import { straightDistanceMeters } from '#core/geo/straight-distance.ts';
import type { IndicatorContext } from '#core/indicators/context.ts';
import { measureMatrixByRows } from '#core/network/measure-matrix.ts';
import { listDestinations } from '#core/network/place-kinds.ts';
import type { Snap } from '#core/network/snap.ts';
import { isSamePosition } from '#core/network/terminals.ts';
import { findUnreachableReason, type Trip } from '#core/network/trips.ts';
import type { Language } from '#core/texts/language.ts';
import { BYTE_ORDER_MARK, formatCsvLine } from '../../http/csv-text.ts';
import { createGzipText } from '../../http/gzip-text.ts';
import { type AskedNetwork, getAskedNetwork } from './asked-network.ts';
import { createMatrixHead, createMatrixLine, type MatrixPlace } from './distance-matrix-csv.ts';

/** After so long other requests have their turn. */
const SLICE_MS = 10;
/** Cells that are written before the clock is looked at. */
const CELLS_AT_ONCE = 200;
/** Lines that are handed on together. */
const TEXT_AT_ONCE = 64_000;
/** Shares of the work: two matrices, then the writing. */
const METERS_SHARE = 0.3;
const MINUTES_SHARE = 0.3;

type MatrixRequest = DistanceMatrixRequest & { readonly lang: Language };

/** A place of the matrix where it reaches the roads. */
interface SnappedPlace extends MatrixPlace {
  readonly snap: Snap | null;
}

/** One kind of destination. */
interface Column {
  readonly kind: MatrixRequest['to'][number];
  readonly places: readonly SnappedPlace[];
}

/** Gives other requests their turn when the slice is used up, and ends the work when it is cancelled. */
type Pace = () => Promise<void>;

/** How far every settlement of an area is from every place of some kinds: too long for a request, so it is the work of a job. */
export interface DistanceMatrixWork {
  /** @throws {DomainError} `unknown_area`, `unknown_plan`, `invalid_date`, `too_many_job_pairs` */
  readonly check: (request: MatrixRequest) => Promise<void>;
  /** The matrix as CSV, one pair a line. */
  readonly run: (
    request: MatrixRequest,
    hooks: { readonly signal: AbortSignal; readonly tellProgress: (progress: number) => void },
  ) => Promise<{ readonly fileName: string; readonly mediaType: string; readonly gzipped: Uint8Array }>;
}

/** Creates the work over the contexts of the coverage feature. */
export function createDistanceMatrixWork({
  getContext,
}: {
  readonly getContext: (countyCode: string, asOf?: IsoDate) => Promise<IndicatorContext>;
}): DistanceMatrixWork {
  const ask = async ({ area, asOf, plan }: MatrixRequest): Promise<AskedNetwork> => {
    const context = await getContext(area.slice(0, 6), asOf);
    context.scope(area);
    return getAskedNetwork(context, plan);
  };
  return {
    async check(request) {
      const { context } = await ask(request);
      const { start, end } = context.scope(request.area).settlements();
      const places = kindsOf(request).reduce((sum, kind) => sum + listPlaces(context, kind).length, 0);
      const count = (end - start) * places;
      if (count <= MOST_JOB_PAIRS) return;
      throw new InvalidInputError('too_many_job_pairs', `${count} pairs`, { count, most: MOST_JOB_PAIRS });
    },
    async run(request, { signal, tellProgress }) {
      const asked = await ask(request);
      const { start, end } = asked.context.scope(request.area).settlements();
      const snap = (place: MatrixPlace): SnappedPlace => ({ ...place, snap: asked.network.snap(place.position) });
      const origins = listPlaces(asked.context, 'settlement').slice(start, end).map(snap);
      const columns = kindsOf(request).map(
        (kind): Column => ({ kind, places: listPlaces(asked.context, kind).map(snap) }),
      );
      const gzipped = await writeMatrix(asked, { request, origins, columns, pace: createPace(signal), tellProgress });
      return {
        fileName: `${request.area}-distances-${request.mode}-${asked.context.asOf}.csv`,
        mediaType: 'text/csv; charset=utf-8',
        gzipped,
      };
    },
  };
}

const kindsOf = ({ to }: MatrixRequest): readonly Column['kind'][] => [...new Set(to)];

function listPlaces({ county }: IndicatorContext, kind: Column['kind']): readonly MatrixPlace[] {
  return kind === 'settlement' ? county.settlements : listDestinations(county, kind);
}

function createPace(signal: AbortSignal): Pace {
  let startedAt = performance.now();
  return async () => {
    if (performance.now() - startedAt < SLICE_MS) return;
    await giveWay();
    signal.throwIfAborted();
    startedAt = performance.now();
  };
}

/** What is written, and how it is told. */
interface Writing {
  readonly request: MatrixRequest;
  readonly origins: readonly SnappedPlace[];
  readonly columns: readonly Column[];
  readonly pace: Pace;
  readonly tellProgress: (progress: number) => void;
}

async function writeMatrix(asked: AskedNetwork, writing: Writing): Promise<Uint8Array> {
  const { request, columns, tellProgress } = writing;
  const places = columns.reduce((sum, column) => sum + column.places.length, 0);
  const output = createGzipText();
  try {
    await output.write(`${BYTE_ORDER_MARK}${formatCsvLine(createMatrixHead(request))}`);
    let before = 0;
    for (const column of columns) {
      const share = column.places.length / Math.max(1, places);
      const start = before;
      await writeColumn(asked, column, {
        ...writing,
        tellProgress: (progress) => tellProgress(start + share * progress),
        write: output.write,
      });
      before += share;
    }
    return await output.end();
  } catch (error) {
    output.destroy();
    throw error;
  }
}

/** One kind: both matrices, then a line for each pair. */
async function writeColumn(
  asked: AskedNetwork,
  { kind, places }: Column,
  writing: Writing & { readonly write: (text: string) => Promise<void> },
): Promise<void> {
  const { origins, request, pace, tellProgress } = writing;
  const measure = async (metric: 'meters' | 'minutes', told: number, share: number): Promise<Float64Array> => {
    const snaps = { from: origins.map(({ snap }) => snap), to: places.map(({ snap }) => snap) };
    const steps = measureMatrixByRows(asked.network, { ...snaps, mode: request.mode, metric });
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      tellProgress(told + share * step.value);
      await pace();
    }
  };
  const meters = await measure('meters', 0, METERS_SHARE);
  const minutes = await measure('minutes', METERS_SHARE, MINUTES_SHARE);
  let lines = '';
  for (const [i, from] of origins.entries()) {
    for (const [j, to] of places.entries()) {
      const cell = i * places.length + j;
      const trip = createTrip(asked, { from, to, meters: meters[cell], minutes: minutes[cell] });
      lines += formatCsvLine(createMatrixLine(asked, { from, to, kind, trip, language: request.lang }));
      if (cell % CELLS_AT_ONCE === 0) await pace();
      if (lines.length < TEXT_AT_ONCE) continue;
      await writing.write(lines);
      lines = '';
    }
    tellProgress(METERS_SHARE + MINUTES_SHARE + (1 - METERS_SHARE - MINUTES_SHARE) * ((i + 1) / origins.length));
  }
  await writing.write(lines);
}

/** The same as `measureTrips` says of the pair. */
function createTrip(
  { network }: AskedNetwork,
  pair: {
    readonly from: SnappedPlace;
    readonly to: SnappedPlace;
    readonly meters: number | undefined;
    readonly minutes: number | undefined;
  },
): Trip {
  const { from, to, meters = Infinity, minutes = Infinity } = pair;
  const straightMeters = straightDistanceMeters(from.position, to.position);
  if (!Number.isFinite(meters) || !Number.isFinite(minutes)) {
    const reason = findUnreachableReason(network, from.snap, to.snap);
    return { meters: null, minutes: null, straightMeters, offRoadMeters: null, reason };
  }
  const isSame = isSamePosition(from.snap, to.snap);
  const offRoadMeters = isSame ? 0 : (from.snap?.offRoadMeters ?? 0) + (to.snap?.offRoadMeters ?? 0);
  return { meters, minutes, straightMeters, offRoadMeters, reason: null };
}
