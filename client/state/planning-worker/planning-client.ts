import type { LonLat } from '#core/geo/lon-lat.ts';
import type { DragSubject } from '#core/planning/evaluation/site-drag.ts';
import type { PlanFault } from '#core/planning/plan-fault.ts';
import type {
  JudgedPlace,
  MeasuredEvaluation,
  PlanningKind,
  PlanningQuestions,
  PlanningRequest,
  PlanningResponse,
  WorkerPlan,
} from './planning-protocol.ts';

/** What the worker could not do; `code` is stable. */
export class PlanningFailure extends Error {
  readonly code: string;

  constructor({ code, message }: { readonly code: string; readonly message: string }) {
    super(message);
    this.name = 'PlanningFailure';
    this.code = code;
  }
}

/** A worker, or what stands for one in tests. */
export interface PlanningPort {
  postMessage(request: PlanningRequest): void;
  addEventListener(type: 'message', listener: (event: { readonly data: PlanningResponse }) => void): void;
  /** The worker itself is broken: nothing more will be answered. */
  addEventListener(type: 'error', listener: () => void): void;
  terminate(): void;
}

/** Plans evaluated beside the page, so that the page never waits. */
export interface PlanningClient {
  /** Fetches a county at a revision, by default the newest; tells which came. */
  load(county: string, revision?: number | null): Promise<PlanningQuestions['load']['output']>;
  /** Opens a plan over the county; what of it cannot be done comes back. Ends a drag. */
  setPlan(plan: WorkerPlan): Promise<readonly PlanFault[]>;
  /** The plan as it is, measured. */
  evaluate(): Promise<MeasuredEvaluation>;
  /** Takes a site in hand; a new one is given with its capacity. */
  beginDrag(subject: DragSubject): Promise<void>;
  /**
   * The plan with the site in hand at a position. At most one position is worked at, and of those that come meanwhile only the newest is next: the
   * others, and those of a drag that has ended, answer null.
   */
  dragTo(position: LonLat): Promise<MeasuredEvaluation | null>;
  endDrag(): Promise<void>;
  /** Whether a site may stand at a place under the plan. */
  judge(position: LonLat): Promise<JudgedPlace>;
  close(): void;
}

interface Waiting {
  readonly position: LonLat;
  readonly tell: (answer: MeasuredEvaluation | null | Promise<MeasuredEvaluation | null>) => void;
}

/** Starts the worker; the page holds one. */
export const startPlanningClient = (): PlanningClient =>
  createPlanningClient(new Worker(new URL('./planning-worker.ts', import.meta.url), { type: 'module' }));

/** A client of a worker. */
export function createPlanningClient(port: PlanningPort): PlanningClient {
  const ask = createAsk(port);
  let dragNumber = 0;
  let isDragging = false;
  let next: Waiting | null = null;
  const dropNext = (): void => {
    next?.tell(null);
    next = null;
  };
  const work = async (position: LonLat): Promise<MeasuredEvaluation | null> => {
    const own = dragNumber;
    isDragging = true;
    try {
      const answer = await ask('drag_to', position);
      return own === dragNumber ? answer : null;
    } catch (error) {
      // a place that came too late is no failure
      if (own !== dragNumber) return null;
      throw error;
    } finally {
      isDragging = false;
      const following = next;
      next = null;
      following?.tell(work(following.position));
    }
  };
  const leaveDrag = (): void => {
    dragNumber++;
    dropNext();
  };
  return {
    load(county, revision = null) {
      leaveDrag();
      return ask('load', { county, revision });
    },
    async setPlan(plan) {
      leaveDrag();
      return (await ask('set_plan', plan)).faults;
    },
    evaluate: () => ask('evaluate', null),
    async beginDrag(subject) {
      leaveDrag();
      await ask('begin_drag', subject);
    },
    dragTo(position) {
      if (!isDragging) return work(position);
      dropNext();
      return new Promise((tell) => {
        next = { position, tell };
      });
    },
    async endDrag() {
      leaveDrag();
      await ask('end_drag', null);
    },
    judge: (position) => ask('judge', position),
    close() {
      leaveDrag();
      port.terminate();
    },
  };
}

type Ask = <Kind extends PlanningKind>(
  kind: Kind,
  input: PlanningQuestions[Kind]['input'],
) => Promise<PlanningQuestions[Kind]['output']>;

/** Numbers requests and brings each answer to the one who asked. */
function createAsk(port: PlanningPort): Ask {
  const open = new Map<number, (response: PlanningResponse) => void>();
  let lastId = 0;
  port.addEventListener('message', ({ data }) => {
    open.get(data.id)?.(data);
    open.delete(data.id);
  });
  port.addEventListener('error', () => {
    for (const [id, tell] of open)
      tell({ id, failure: { code: 'worker_failed', message: 'The planning worker failed' } });
    open.clear();
  });
  return (kind, input) =>
    new Promise((resolve, reject) => {
      const id = ++lastId;
      open.set(id, (response) => {
        if ('failure' in response) reject(new PlanningFailure(response.failure));
        // the worker answers each request with the output of its own kind
        else resolve(response.output as PlanningQuestions[typeof kind]['output']);
      });
      // and each request carries the input of its own kind
      port.postMessage({ id, kind, input } as PlanningRequest);
    });
}
