import type { PlanCommand } from '#core/county/plan.ts';
import type { ShownCommand } from './plan-edits.ts';
import { type PlanningClient, startPlanningClient } from './planning-worker/planning-client.ts';
import type { OpenPlan } from './use-plan-edit.ts';

/** The one worker of the page, with the county that it holds. */
interface PageWorker {
  readonly client: PlanningClient;
  readonly held: string;
  readonly loaded: Promise<unknown>;
}

let worker: PageWorker | null = null;

/** The page's worker with a county at a revision; begun with the first call. */
export function getPageWorker(county: string, revision: number | null): PageWorker {
  const held = `${county} ${revision}`;
  if (worker?.held === held) return worker;
  worker?.client.close();
  const client = startPlanningClient();
  const loaded = client.load(county, revision);
  // told to whoever waits for it; whoever asks next begins anew, so that a busy moment does not last as long as the page
  loaded.catch(() => {
    client.close();
    if (worker?.client === client) worker = null;
  });
  worker = { client, held, loaded };
  return worker;
}

/** Opens a plan in the worker, what waits included. */
export async function openInWorker(
  { county, revision }: { readonly county: string; readonly revision: number | null },
  { plan, commands }: OpenPlan,
): Promise<PlanningClient> {
  const { client, loaded } = getPageWorker(county, revision);
  await loaded;
  await client.setPlan({
    plan: plan?.code ?? null,
    version: plan?.version ?? null,
    basedOn: plan?.basedOn ?? null,
    commands: commands.map(toPlanCommand),
  });
  return client;
}

/** Authorship of what waits is told by the server later; nothing is computed from it. */
const toPlanCommand = ({ by, at, ...command }: ShownCommand): PlanCommand =>
  ({ ...command, by: by ?? '', at: at ?? '' }) as PlanCommand;
