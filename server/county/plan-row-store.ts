import type { PlanCommand, PlanRow } from '#core/county/plan.ts';
import type { Transaction } from '#server/db/database.ts';
import type { CountyVersion } from '#server/db/earlier-versions.ts';
import { insertVersions, selectVersions } from './version-store.ts';
import * as works from './work-tables.ts';

/** Plans of a county at a revision, each with its commands and its schedule, in no particular order. */
export async function selectPlans(trx: Transaction, version: CountyVersion): Promise<readonly PlanRow[]> {
  const commands = await selectVersions(trx, works.PLAN_COMMANDS, version);
  const entries = await selectVersions(trx, works.PLAN_SCHEDULES, version);
  commands.sort((a, b) => a.commandNumber - b.commandNumber);
  entries.sort((a, b) => a.entryNumber - b.entryNumber);
  const plans = await selectVersions(trx, works.PLANS, version);
  return plans.map((plan) => ({
    ...withoutBase(plan),
    commands: commands.filter((command) => command.planCode === plan.code).map(recordToCommand),
    schedule: entries
      .filter((entry) => entry.planCode === plan.code)
      .map(({ planCode, entryNumber, ...entry }) => entry),
  }));
}

/** Stores plans with their commands and schedules as versions that begin at a revision. */
export async function insertPlans(trx: Transaction, version: CountyVersion, plans: readonly PlanRow[]): Promise<void> {
  await insertVersions(trx, works.PLANS, { ...version, rows: plans });
  await insertVersions(trx, works.PLAN_COMMANDS, {
    ...version,
    rows: plans.flatMap(({ code, commands }) =>
      commands.map((command, commandNumber) => ({ ...command, planCode: code, commandNumber })),
    ),
  });
  await insertVersions(trx, works.PLAN_SCHEDULES, {
    ...version,
    rows: plans.flatMap(({ code, schedule }) =>
      schedule.map((entry, entryNumber) => ({ ...entry, planCode: code, entryNumber })),
    ),
  });
}

/** A plan that came with the ledgers says nothing of a base, as in its own file. */
function withoutBase(plan: works.PlanRecordRow): works.PlanRecordRow {
  const { baseRevision = null, basedOn = null, ...rest } = plan;
  return {
    ...rest,
    ...(baseRevision !== null && { baseRevision, basedOn }),
  };
}

/** Kind and input were checked together when the command was stored. */
const recordToCommand = ({ id, kind, input, by, at, batch }: works.CommandRecordRow): PlanCommand =>
  ({ id, by, at, ...(batch != null && { batch }), kind, input }) as PlanCommand;
